package org.comity.evidence.viewer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows of an item: nothing in it is markup.
 *
 * @param failed why it ends here, a stable code; null if it ends as it should
 */
record Shown(List<Block> blocks, @Nullable String failed) {

    Shown {
        blocks = List.copyOf(blocks);
    }

    static Shown failed(String code) {
        return new Shown(List.of(), code);
    }

    sealed interface Block {}

    record Text(String text) implements Block {}

    record Field(String name, String value) implements Block {}

    record Row(List<String> cells) implements Block {}

    record Note(String code) implements Block {}

    record Sheets(List<String> names) implements Block {}

    /** Encoded here, from bare colours. */
    record Picture(byte[] png, int width, int height) implements Block {}

    boolean has(String note) {
        return blocks.contains(new Note(note));
    }

    List<Text> texts() {
        return of(Text.class);
    }

    List<Field> fields() {
        return of(Field.class);
    }

    List<Row> rows() {
        return of(Row.class);
    }

    List<String> sheets() {
        return of(Sheets.class).stream().flatMap(it -> it.names().stream()).toList();
    }

    @Nullable Picture picture() {
        return of(Picture.class).stream().findFirst().orElse(null);
    }

    private <T extends Block> List<T> of(Class<T> kind) {
        return blocks.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
