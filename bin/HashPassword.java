import java.io.Console;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Asks for a password and prints its hash, as voice.admin.password-hash takes it. Run it by bin/hash-password. */
class HashPassword {

    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int ITERATIONS = 600_000; // OWASP's recommendation for this algorithm
    private static final int BYTES = 32;

    public static void main(String[] none) throws Exception {
        Console console = System.console();
        if (console == null) {
            throw new IllegalStateException("There is no terminal to ask at.");
        }
        char[] password = console.readPassword("Password: ");
        if (password.length < 12 || !Arrays.equals(password, console.readPassword("Once more: "))) {
            throw new IllegalArgumentException("It has fewer than 12 characters, or was not the same twice.");
        }
        byte[] salt = new byte[BYTES];
        new SecureRandom().nextBytes(salt);
        byte[] hash = SecretKeyFactory.getInstance(ALGORITHM)
                .generateSecret(new PBEKeySpec(password, salt, ITERATIONS, BYTES * 8))
                .getEncoded();
        Base64.Encoder base64 = Base64.getEncoder();
        System.out.println(String.join(
                ":", ALGORITHM, Integer.toString(ITERATIONS), base64.encodeToString(salt), base64.encodeToString(hash)));
    }
}
