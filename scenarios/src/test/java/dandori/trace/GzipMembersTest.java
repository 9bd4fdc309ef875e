package dandori.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All members of a packed file are read, or what is wrong with one is told. */
class GzipMembersTest {

    private static final byte[] ONE = packed("one");
    private static final byte[] TWO = packed("two");

    /** Gives a few bytes at a time, and never says that there are more, like a pipe that pauses. */
    private static byte[] unpacked(byte[] packed, int most) throws IOException {
        InputStream slow =
                new ByteArrayInputStream(packed) {
                    @Override
                    public synchronized int read(byte[] target, int offset, int length) {
                        return super.read(target, offset, Math.min(length, most));
                    }

                    @Override
                    public synchronized int available() {
                        return 0;
                    }
                };
        try (InputStream in = new GzipMembers(slow)) {
            byte[] all = in.readAllBytes();
            assertThat(in.read()).isEqualTo(-1);
            return all;
        }
    }

    private static String unpacked(byte[] packed) throws IOException {
        String text = new String(unpacked(packed, 1 << 16), StandardCharsets.UTF_8);
        assertThat(unpacked(packed, 1)).asString(StandardCharsets.UTF_8).isEqualTo(text);
        return text;
    }

    private static byte[] packed(String text) {
        return packed(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] packed(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException never) {
            throw new AssertionError(never);
        }
        return packed.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Test
    void membersAreReadOneAfterTheOtherHoweverTheyCome() throws IOException {
        Random random = new Random(1);
        for (int round = 0; round < 60; round++) {
            byte[][] contents = new byte[1 + random.nextInt(5)][];
            byte[][] members = new byte[contents.length][];
            for (int i = 0; i < contents.length; i++) {
                contents[i] = new byte[random.nextInt(4) == 0 ? 0 : random.nextInt(100_000)];
                random.nextBytes(contents[i]);
                members[i] = packed(contents[i]);
            }
            byte[] file = joined(members);
            for (int most : new int[] {1, 1 + random.nextInt(5_000), 1 << 20}) {
                assertThat(unpacked(file, most)).isEqualTo(joined(contents));
            }
        }
    }

    @Test
    void zerosAreFilling() throws IOException {
        assertThat(unpacked(joined(ONE, new byte[1]))).isEqualTo("one");
        assertThat(unpacked(joined(ONE, new byte[70_000]))).isEqualTo("one");
        assertThat(unpacked(joined(ONE, new byte[512], TWO, new byte[512]))).isEqualTo("onetwo");
    }

    @Test
    void aHeaderMayHaveANameACommentMoreAndAChecksum() throws IOException {
        byte[] more = joined(new byte[] {4, 0}, text("more"), text("a.swf\0"), text("comment\0"));
        byte[] header = joined(Arrays.copyOf(ONE, 10), more);
        header[3] = 2 + 4 + 8 + 16;
        CRC32 sum = new CRC32();
        sum.update(header);
        byte[] check = {(byte) sum.getValue(), (byte) (sum.getValue() >> 8)};
        byte[] member = joined(header, check, Arrays.copyOfRange(ONE, 10, ONE.length));
        assertThat(unpacked(joined(member, member))).isEqualTo("oneone");
        member[20] ^= 1;
        assertDamaged(joined(ONE, member), "the checksum of a header is another");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void whatIsNoHeaderBehindAMemberIsDamage() {
        int place = ONE.length;
        String none = "no gzip header where one is due, at byte ";
        assertDamaged(joined(ONE, text("x")), none + place);
        assertDamaged(joined(ONE, text("\0\0x")), none + (place + 2));
        assertDamaged(joined(ONE, with(TWO, 0, 'x')), none + place);
        assertDamaged(joined(ONE, with(TWO, 1, 'x')), none + (place + 1));
        assertDamaged(joined(ONE, with(TWO, 2, 9)), "an unknown way of packing, at byte ");
        assertDamaged(joined(ONE, with(TWO, 3, 0x20)), "an unknown flag in a header, at byte ");
    }

    @Test
    void aMemberThatIsAnotherThanItSaysIsDamage() {
        byte[] sum = with(TWO, TWO.length - 8, TWO[TWO.length - 8] ^ 1);
        byte[] length = with(TWO, TWO.length - 4, TWO[TWO.length - 4] ^ 1);
        assertDamaged(joined(ONE, sum), "the checksum is another, at byte ");
        assertDamaged(joined(ONE, length), "the length is another, at byte ");
        assertDamaged(joined(ONE, with(TWO, 10, 0xff)), "invalid block type, at byte ");
    }

    private static byte[] with(byte[] member, int place, int value) {
        byte[] changed = member.clone();
        changed[place] = (byte) value;
        return changed;
    }

    private static void assertDamaged(byte[] file, String how) {
        for (int most : new int[] {1, 1 << 16}) {
            assertThatThrownBy(() -> unpacked(file, most))
                    .isInstanceOf(ZipException.class)
                    .hasMessageStartingWith(how);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1 << 16})
    void aFileThatIsCutOffInAMemberEndsTooEarly(int most) throws IOException {
        byte[] both = joined(ONE, TWO);
        for (int length = 1; length < both.length; length++) {
            byte[] cut = Arrays.copyOf(both, length);
            if (length == ONE.length) {
                assertThat(unpacked(cut, most)).asString().isEqualTo("one");
            } else {
                assertThatThrownBy(() -> unpacked(cut, most)).isInstanceOf(EOFException.class);
            }
        }
    }
}
