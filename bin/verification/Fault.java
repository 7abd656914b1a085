package verification;

/** Something does not hold; the message says what. */
class Fault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    /** @param remedy what to do about it */
    Fault(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
