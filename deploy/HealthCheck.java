import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks the server in its own container how it is, where there is no shell and no curl: ends with 0 if the answer is 200. */
public class HealthCheck {

    private static final int MILLISECONDS = 3000;

    public static void main(String[] arguments) {
        System.exit(answers(URI.create(arguments[0])) ? 0 : 1);
    }

    private static boolean answers(URI health) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) health.toURL().openConnection();
            connection.setConnectTimeout(MILLISECONDS);
            connection.setReadTimeout(MILLISECONDS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException silent) {
            System.err.println(silent);
            return false;
        }
    }
}
