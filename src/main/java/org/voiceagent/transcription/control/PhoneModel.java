package org.voiceagent.transcription.control;

import edu.cmu.sphinx.linguist.acoustic.AcousticModel;
import edu.cmu.sphinx.linguist.acoustic.HMM;
import edu.cmu.sphinx.linguist.acoustic.HMMPosition;
import edu.cmu.sphinx.linguist.acoustic.LeftRightContext;
import edu.cmu.sphinx.linguist.acoustic.Unit;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.util.props.PropertySheet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;

/**
 * The phones of English, each alone and between any two others, as hidden Markov models. Equal models are one object,
 * which takes a fifth of the memory of the library's own loader; and nothing changes after loading, so that all
 * recognisers share one.
 */
final class PhoneModel implements AcousticModel {

    private static final HMMPosition[] POSITIONS = HMMPosition.values();

    private final UnitManager units;
    private final List<Unit> phones;
    private final HMM[] alone;
    private final HMM[] between;

    /** @param alone by the phone's base number */
    PhoneModel(UnitManager units, List<Unit> phones, HMM[] alone, HMM[] between) {
        this.units = units;
        this.phones = phones;
        this.alone = alone;
        this.between = between;
    }

    /** Where the model of a phone between two others stands in the table, for tables of models alone of a size. */
    static int place(int size, int phone, int left, int right, HMMPosition position) {
        return ((phone * size + left) * size + right) * POSITIONS.length + position.ordinal();
    }

    UnitManager units() {
        return units;
    }

    @Override
    public HMM lookupNearestHMM(Unit unit, HMMPosition position, boolean exactMatch) {
        if (unit.getContext() instanceof LeftRightContext context) {
            int left = number(context.getLeftContext()[0]);
            int right = number(context.getRightContext()[0]);
            HMM found = between(unit.getBaseID(), left, right, position);
            return found != null || exactMatch ? found : alone[unit.getBaseID()];
        }
        return alone[unit.getBaseID()];
    }

    private HMM between(int phone, int left, int right, HMMPosition position) {
        HMM found = between[place(alone.length, phone, left, right, position)];
        for (int i = 0; found == null && i < POSITIONS.length; i++) {
            found = between[place(alone.length, phone, left, right, POSITIONS[i])];
        }
        return found;
    }

    /** A noise beside a phone sounds to it like silence. */
    private static int number(Unit neighbour) {
        return neighbour.isFiller() ? UnitManager.SILENCE.getBaseID() : neighbour.getBaseID();
    }

    /** Phones alone are enough: the library asks for all others by their neighbours. */
    @Override
    public Iterator<HMM> getHMMIterator() {
        List<HMM> models = new ArrayList<>();
        phones.forEach(phone -> models.add(alone[phone.getBaseID()]));
        return models.iterator();
    }

    @Override
    public Iterator<Unit> getContextIndependentUnitIterator() {
        return phones.iterator();
    }

    @Override
    public int getLeftContextSize() {
        return 1;
    }

    @Override
    public int getRightContextSize() {
        return 1;
    }

    @Override
    public String getName() {
        return "en-us";
    }

    @Override
    public Properties getProperties() {
        return new Properties();
    }

    @Override
    public void allocate() {
        // Complete from its construction on.
    }

    @Override
    public void deallocate() {
        // Shared: another recogniser may still use it.
    }

    @Override
    public void newProperties(PropertySheet properties) {
        throw new UnsupportedOperationException("Built by its constructor");
    }
}
