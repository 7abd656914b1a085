package verification;

/** Something cannot be told from here; the message says why. */
class Skipped extends RuntimeException {

    private static final long serialVersionUID = 1;

    Skipped(String message) {
        super(message);
    }
}
