package org.voiceagent.transcription.control;

import edu.cmu.sphinx.linguist.acoustic.HMM;
import edu.cmu.sphinx.linguist.acoustic.HMMPosition;
import edu.cmu.sphinx.linguist.acoustic.Unit;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Senone;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.SenoneHMM;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.SenoneSequence;
import edu.cmu.sphinx.util.LogMath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/** Reads the definition of the phones: one line each, with its neighbours, its place in a word and its tied states. */
final class PhoneModelReader {

    private static final String NONE = "-";
    private static final String FILLER = "filler";
    private static final int STATES = 3;

    private final UnitManager units = new UnitManager();
    private final List<Unit> phones = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<List<Object>, HMM> distinct = new HashMap<>();
    private final FrameSenone[] senones;
    private final int[] senonePhones;
    private final float[][][] transitions;
    private final HMM[] alone;
    private HMM[] between;

    private PhoneModelReader(int senoneCount, int phoneCount, float[][][] transitions) {
        this.transitions = transitions;
        senones = new FrameSenone[senoneCount];
        senonePhones = new int[senoneCount];
        for (int i = 0; i < senoneCount; i++) {
            senones[i] = new FrameSenone(i);
        }
        // The library numbers phones from 1 on.
        alone = new HMM[phoneCount + 1];
    }

    /** The phones and, for each tied state, the phone whose Gaussians it mixes. */
    record Result(PhoneModel phones, int[] senonePhones) {}

    static Result read() throws IOException {
        float[][][] transitions = transitions(ModelFile.open("en-us/transition_matrices"));
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(ModelFile.stream("en-us/mdef"), StandardCharsets.US_ASCII))) {
            lines.readLine();
            int phones = firstNumber(lines);
            int others = firstNumber(lines);
            lines.readLine();
            PhoneModelReader reader = new PhoneModelReader(firstNumber(lines), phones, transitions);
            return reader.read(lines, phones, others);
        }
    }

    private static int firstNumber(BufferedReader lines) throws IOException {
        return Integer.parseInt(lines.readLine().trim().split(" ")[0]);
    }

    private Result read(BufferedReader lines, int phoneCount, int others) throws IOException {
        for (int i = 0; i < phoneCount; i++) {
            readAlone(nextEntry(lines));
        }
        between = new HMM[PhoneModel.place(alone.length, alone.length, 0, 0, HMMPosition.BEGIN)];
        for (int i = 0; i < others; i++) {
            readBetween(nextEntry(lines));
        }
        return new Result(new PhoneModel(units, phones, alone, between), senonePhones);
    }

    private static StringTokenizer nextEntry(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line.startsWith("#") || line.indexOf(' ') == -1 || line.contains("n_tied")) {
            line = lines.readLine();
        }
        return new StringTokenizer(line);
    }

    private void readAlone(StringTokenizer entry) {
        String name = entry.nextToken();
        entry.nextToken();
        entry.nextToken();
        entry.nextToken();
        Unit phone = units.getUnit(name, FILLER.equals(entry.nextToken()));
        numbers.put(name, phone.getBaseID());
        phones.add(phone);
        alone[phone.getBaseID()] = model(phone, HMMPosition.UNDEFINED, entry);
    }

    private void readBetween(StringTokenizer entry) {
        int phone = numbers.get(entry.nextToken());
        int left = numbers.get(entry.nextToken());
        int right = numbers.get(entry.nextToken());
        HMMPosition position = HMMPosition.lookup(entry.nextToken());
        entry.nextToken();
        between[PhoneModel.place(alone.length, phone, left, right, position)] =
                model(alone[phone].getUnit(), position, entry);
    }

    private HMM model(Unit phone, HMMPosition position, StringTokenizer entry) {
        int matrix = Integer.parseInt(entry.nextToken());
        Senone[] states = new Senone[STATES];
        for (int i = 0; i < STATES; i++) {
            int senone = Integer.parseInt(entry.nextToken());
            states[i] = senones[senone];
            senonePhones[senone] = matrix;
        }
        return distinct.computeIfAbsent(
                List.of(phone.getName(), position, matrix, List.of(states)),
                key -> complete(new SenoneHMM(phone, new SenoneSequence(states), transitions[matrix], position)));
    }

    /** Makes the model compute now what it would compute when first asked: several threads will ask at once. */
    private static HMM complete(HMM model) {
        for (int state = 0; state <= STATES; state++) {
            model.getState(state).getSuccessors();
        }
        return model;
    }

    private static float[][][] transitions(ModelFile file) {
        float[][][] matrices = new float[file.number()][][];
        int rows = file.number();
        int columns = file.number();
        file.number();
        for (int i = 0; i < matrices.length; i++) {
            matrices[i] = new float[rows + 1][];
            for (int row = 0; row < rows; row++) {
                matrices[i][row] = logarithms(file.floats(columns));
            }
            matrices[i][rows] = logarithms(new float[columns]);
        }
        return matrices;
    }

    private static float[] logarithms(float[] probabilities) {
        float sum = 0;
        for (float probability : probabilities) {
            sum += probability;
        }
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = probabilities[i] == 0
                    ? LogMath.LOG_ZERO
                    : LogMath.getLogMath().linearToLog(probabilities[i] / sum);
        }
        return probabilities;
    }
}
