package org.comity.ui;

import java.util.List;

/** The keys that the page of keys lists: each of them works, and none signs. */
public final class PageKeys {

    /** @param shown as it stands on the keyboard; {@code word} is its message {@code ui.key.<word>} */
    public record Key(String shown, String word) {}

    public static final List<Key> ALL = List.of(
            new Key("Ctrl K", "palette"),
            new Key("/", "search"),
            new Key("J", "J"),
            new Key("K", "K"),
            new Key("Enter", "Enter"),
            new Key("X", "X"),
            new Key(".", "new"),
            new Key("N", "N"),
            new Key("R", "R"),
            new Key("H", "H"),
            new Key("A", "A"),
            new Key("P", "P"),
            new Key("F", "F"),
            new Key("O", "O"),
            new Key("M", "M"),
            new Key("V", "V"),
            new Key("1", "1"),
            new Key("2", "2"),
            new Key("G D", "GD"),
            new Key("G R", "GR"),
            new Key("?", "help"),
            new Key("Ctrl L", "lock"));

    private PageKeys() {}
}
