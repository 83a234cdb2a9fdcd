package org.comity.sealing;

import java.util.List;
import java.util.Locale;
import org.comity.sealing.Letters.Image;
import org.jspecify.annotations.Nullable;

/**
 * A letter that an authority signs, as blocks in their order: PDF and DOCX are both made from these, so they say the same.
 *
 * @param parts one a language, in order
 * @param drill every page says so
 */
public record OfficialLetter(String title, String reference, List<Part> parts, Template template, boolean drill) {

    public OfficialLetter(String title, String reference, List<Part> parts, Template template) {
        this(title, reference, parts, template, false);
    }

    public OfficialLetter {
        parts = List.copyOf(parts);
    }

    /**
     * @param running at the head of each page but the first, e.g. reference and marks
     * @param foot at the foot of each page, before its number
     * @param check address under which it can be checked, drawn beside the foot for a camera; empty: none
     */
    public record Part(Locale language, String running, String foot, String check, List<Block> blocks) {

        public Part(Locale language, String running, String foot, List<Block> blocks) {
            this(language, running, foot, "", blocks);
        }

        public Part {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * What a State puts in place of ours.
     *
     * @param style rules (CSS) for the PDF, read after ours; empty: none
     * @param document a DOCX that bears the State's letterhead, styles and footer, into which the letter is written; null: none
     */
    public record Template(String style, byte @Nullable [] document) {
        public static final Template OURS = new Template("", null);
    }

    public sealed interface Block {}

    /** @param lines address and telephone, beside the names */
    public record Head(
            String state,
            String authority,
            List<String> lines,
            @Nullable Image image) implements Block {}

    /** What a reader must know before reading: urgent, confidential. */
    public record Marks(List<Mark> marks) implements Block {}

    public record Mark(String text, boolean urgent) {}

    /** @param channel through which the letter goes; empty where it is not said */
    public record Address(String channel, List<String> to, List<Named> references) implements Block {}

    public record Named(String name, String value) {}

    public record Place(String text) implements Block {}

    /** @param basis instrument and article; empty where none is named */
    public record Title(String text, String basis) implements Block {}

    public record Text(String text) implements Block {}

    /** @param mark letter or number of the item, hanging; empty where the item before goes on */
    public record Item(String mark, String label, List<String> paragraphs) implements Block {}

    /**
     * What is compared, one in each row, so that an answer can point at it by its number.
     *
     * @param heads of its columns, the first of which numbers the rows
     */
    public record Table(List<String> heads, List<List<String>> rows) implements Block {
        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    public record Heading(String text) implements Block {}

    public record Quote(String text, String source) implements Block {}

    /** Stays on one page, so that a signature never stands alone. */
    public record UnbrokenBlocks(List<Block> blocks) implements Block {}

    /** @param name empty: whoever signs writes it */
    public record Signature(String stamp, String name, String function) implements Block {}

    public record Note(String text) implements Block {}

    /** Begins a new page: the answer that the other State only fills in. */
    public record ReplyForm(String heading, String lead, List<Named> about, List<Answer> answers, Signature signature)
            implements Block {}

    /**
     * @param boxes each with its own box to tick, after the label
     * @param room a line to write on follows
     */
    public record Answer(String label, List<String> boxes, String text, boolean room) {

        public Answer(String label, String text, boolean room) {
            this(label, List.of(), text, room);
        }
    }
}
