package verification;

/** The command was called wrongly, so that nothing was looked at. */
class Misused extends RuntimeException {

    private static final long serialVersionUID = 1;

    Misused(String message) {
        super(message);
    }
}
