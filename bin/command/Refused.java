package command;

/** The server answered one call, but not with what was asked for. */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Refused(String message) {
        super(message);
    }
}
