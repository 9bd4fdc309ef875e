package dandori.scenario.text;

import java.io.FilterReader;
import java.io.IOException;
import java.io.StringReader;

/**
 * Hands out a text in pieces of at most 512 characters.
 *
 * <p>The YAML scanner asks for one character more where a piece ends in the middle of a surrogate
 * pair, and finds no room for it in its buffer if the piece filled that. Pieces that are shorter
 * than its buffer always leave room.
 */
final class ShortReads extends FilterReader {

    private static final int LONGEST = 512;

    ShortReads(String text) {
        super(new StringReader(text));
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        return super.read(buffer, offset, Math.min(length, LONGEST));
    }
}
