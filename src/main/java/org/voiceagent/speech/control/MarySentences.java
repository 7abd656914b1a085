package org.voiceagent.speech.control;

import java.util.Locale;
import javax.sound.sampled.AudioInputStream;
import marytts.LocalMaryInterface;
import marytts.datatypes.MaryDataType;
import marytts.datatypes.MaryXML;
import marytts.exceptions.MaryConfigurationException;
import marytts.exceptions.SynthesisException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What MaryTTS is given to speak: a sentence as it is, or, at another speed, as markup that stretches its sounds before any
 * is made, so that their pitch stays. Its pauses keep their length.
 *
 * <p>Traps: its voice is made of models, on which its own effect for durations has none; and it takes a rate of {@code +20%}
 * for sounds shorter by a fifth, of {@code -20%} for sounds longer by a fifth.
 */
final class MarySentences {

    private static final String LANGUAGE = "en-US";

    private final LocalMaryInterface plain = new LocalMaryInterface();
    private final LocalMaryInterface paced = new LocalMaryInterface();

    MarySentences() throws MaryConfigurationException {
        paced.setInputType(MaryDataType.RAWMARYXML.name());
    }

    /**
     * Begins to make the sound. Some dates and symbols make the text analysis throw; half a date is better than no sentence.
     *
     * @param speed 1 is normal
     */
    AudioInputStream audio(String text, double speed) throws SynthesisException {
        try {
            return begun(text, speed);
        } catch (SynthesisException unspeakable) {
            return begun(SpokenText.plain(text), speed);
        }
    }

    private AudioInputStream begun(String text, double speed) throws SynthesisException {
        return speed == 1 ? plain.generateAudio(text) : paced.generateAudio(markup(text, speed));
    }

    private static Document markup(String text, double speed) {
        Document document = MaryXML.newDocument();
        Element root = document.getDocumentElement();
        root.setAttribute("xml:lang", LANGUAGE);
        Element paragraph = MaryXML.appendChildElement(root, MaryXML.PARAGRAPH);
        Element prosody = MaryXML.appendChildElement(paragraph, MaryXML.PROSODY);
        prosody.setAttribute("rate", rate(speed));
        prosody.appendChild(document.createTextNode(text));
        return document;
    }

    private static String rate(double speed) {
        return String.format(Locale.ROOT, "%+.1f%%", (1 - 1 / speed) * 100);
    }
}
