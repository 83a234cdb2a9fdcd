package org.comity.ui;

import java.util.regex.Pattern;
import org.comity.proof.form.DirectionCharacters;

/**
 * Makes text unable to steer the page: no control characters, and what turns the direction of reading is made visible.
 */
public final class HarmlessText {

    private static final Pattern TURNS = Pattern.compile("[" + DirectionCharacters.ALL + "]");

    /** Marks and isolates stand in good sentences, too. */
    private static final Pattern REORDERS = Pattern.compile("[" + DirectionCharacters.EMBEDDINGS_AND_OVERRIDES + "]");

    private HarmlessText() {}

    public static String text(String text) {
        var plain = new StringBuilder(text.length());
        visible(TURNS, text.replace("\r\n", "\n")).codePoints().forEach(it -> {
            if (it == '\n' || it == '\t' || !Character.isISOControl(it) && Character.isDefined(it)) {
                plain.appendCodePoint(it);
            } else {
                plain.append(it == '\r' ? '\n' : '\uFFFD');
            }
        });
        return plain.toString();
    }

    public static String line(String text) {
        return text(text).replace('\n', ' ').replace('\t', ' ');
    }

    /** Of words on our pages ({@link HarmlessOutput}): what makes letters stand in another order than they were written is made visible, and nothing else. */
    static String unturned(String text) {
        return visible(REORDERS, text);
    }

    /** The same before a page says it of what somebody typed: is there anything of the kind? */
    public static boolean turned(String text) {
        return TURNS.matcher(text).find();
    }

    private static String visible(Pattern unseen, String text) {
        return unseen.matcher(text)
                .replaceAll(it -> "[U+%04X]".formatted(it.group().codePointAt(0)));
    }
}
