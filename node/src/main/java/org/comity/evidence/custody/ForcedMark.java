package org.comity.evidence.custody;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Marks how far an item that is being added had come when its bytes were last forced to the disk; never further. Without it, or where it cannot be read, what is stored is read again from its beginning.
 *
 * @param chunks whole and authentic
 * @param hashed how many plain bytes {@code sha256} is of, from the first on; not more than the chunks hold
 */
record ForcedMark(long chunks, long hashed, @Nullable String sha256) {

    static final ForcedMark NONE = new ForcedMark(0, 0, null);

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,15}) ([0-9]{1,18}) ([0-9a-f]{64}|-)\\n");

    static ForcedMark read(byte[] bytes) {
        var words = TEXT.matcher(new String(bytes, US_ASCII));
        if (!words.matches()) return NONE;
        var sha256 = words.group(3);
        return new ForcedMark(
                Long.parseLong(words.group(1)), Long.parseLong(words.group(2)), sha256.equals("-") ? null : sha256);
    }

    byte[] bytes() {
        return "%d %d %s\n"
                .formatted(chunks, hashed, sha256 == null ? "-" : sha256)
                .getBytes(US_ASCII);
    }
}
