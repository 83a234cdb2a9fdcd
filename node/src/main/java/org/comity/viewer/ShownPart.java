package org.comity.viewer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a page shows of an item: nothing in it is markup.
 *
 * @param failed why it ends here, a stable code; null if it ends as it should
 */
public record ShownPart(List<Block> blocks, @Nullable String failed) {

    public ShownPart {
        blocks = List.copyOf(blocks);
    }

    static ShownPart failed(String code) {
        return new ShownPart(List.of(), code);
    }

    public sealed interface Block {}

    public record Text(String text) implements Block {}

    public record Field(String name, String value) implements Block {}

    public record Row(List<String> cells) implements Block {}

    public record Note(String code) implements Block {}

    public record Sheets(List<String> names) implements Block {}

    /** Encoded here, from bare colours. */
    public record Picture(byte[] png, int width, int height) implements Block {}

    public boolean has(String note) {
        return blocks.contains(new Note(note));
    }

    public List<Text> texts() {
        return of(Text.class);
    }

    public List<Field> fields() {
        return of(Field.class);
    }

    public List<Row> rows() {
        return of(Row.class);
    }

    public List<String> sheets() {
        return of(Sheets.class).stream().flatMap(it -> it.names().stream()).toList();
    }

    public @Nullable Picture picture() {
        return of(Picture.class).stream().findFirst().orElse(null);
    }

    private <T extends Block> List<T> of(Class<T> kind) {
        return blocks.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
