package org.voiceagent.transcription.control;

import edu.cmu.sphinx.linguist.acoustic.HMM;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How English sounds: immutable, loaded once, and shared by all recognisers, whatever words they know. */
record Acoustics(PhoneModel phones, Senones senones, PhoneLoop loop) {

    /** The library names its loggers by simple class names, and tells at INFO what it does for each utterance. */
    private static final List<Logger> NOISY = List.of(
            Logger.getLogger("edu.cmu.sphinx"),
            Logger.getLogger("BatchCMN"),
            Logger.getLogger("HMMTree"),
            Logger.getLogger("LexTreeLinguist"),
            Logger.getLogger(HypothesisSearch.class.getName()),
            Logger.getLogger("WordPruningBreadthFirstSearchManager"));

    /** About a second, and 25 MB. */
    static Acoustics load() throws IOException {
        NOISY.forEach(logger -> logger.setLevel(Level.WARNING));
        PhoneModelReader.Result read = PhoneModelReader.read();
        Codebooks codebooks = new Codebooks(ModelFile.open("en-us/means"), ModelFile.open("en-us/variances"));
        Senones senones = new Senones(codebooks, ModelFile.open("en-us/mixture_weights"), read.senonePhones());
        List<HMM> alone = new ArrayList<>();
        read.phones().getHMMIterator().forEachRemaining(alone::add);
        return new Acoustics(read.phones(), senones, new PhoneLoop(alone));
    }
}
