package dandori.trace.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Numbers that stand for names under a key: the first 31 bits of HMAC-SHA-256 (RFC 2104) of the
 * kind of name and the name, plus 1 and never above 2³¹ − 1.
 *
 * <p>Equal keys give equal numbers, in every file; without the key nobody can find the name by
 * trying all names. Two of n names get the same number with a probability of about n² / 2³².
 */
public final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final long RANGE = Integer.MAX_VALUE - 1L;

    private final Mac mac;

    /**
     * Under a key.
     *
     * @param key secret, at least one byte; is not kept in a form that can be asked for
     */
    public Pseudonyms(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (InvalidKeyException empty) {
            throw new IllegalArgumentException("The key is empty.", empty);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every Java has " + ALGORITHM + ".", absent);
        }
    }

    /**
     * The number for a name, 1 to 2³¹ − 2.
     *
     * @param kind what it is the name of, {@code user} for instance: a user and a group of one name
     *     get different numbers
     */
    public long number(String kind, String name) {
        byte[] text = (kind + '\0' + name).getBytes(StandardCharsets.UTF_8);
        long bits = ByteBuffer.wrap(mac.doFinal(text)).getLong() >>> 33;
        return 1 + bits % RANGE;
    }
}
