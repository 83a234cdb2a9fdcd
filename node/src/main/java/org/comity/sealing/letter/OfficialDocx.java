package org.comity.sealing.letter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.comity.sealing.OfficialLetter;
import org.comity.sealing.OfficialLetter.Address;
import org.comity.sealing.OfficialLetter.Answer;
import org.comity.sealing.OfficialLetter.Block;
import org.comity.sealing.OfficialLetter.Head;
import org.comity.sealing.OfficialLetter.Heading;
import org.comity.sealing.OfficialLetter.Item;
import org.comity.sealing.OfficialLetter.Mark;
import org.comity.sealing.OfficialLetter.Marks;
import org.comity.sealing.OfficialLetter.Named;
import org.comity.sealing.OfficialLetter.Note;
import org.comity.sealing.OfficialLetter.Part;
import org.comity.sealing.OfficialLetter.Place;
import org.comity.sealing.OfficialLetter.Quote;
import org.comity.sealing.OfficialLetter.ReplyForm;
import org.comity.sealing.OfficialLetter.Signature;
import org.comity.sealing.OfficialLetter.Table;
import org.comity.sealing.OfficialLetter.Text;
import org.comity.sealing.OfficialLetter.Title;
import org.comity.sealing.OfficialLetter.UnbrokenBlocks;
import org.jspecify.annotations.Nullable;

/** A letter fit to sign, as Office Open XML: the same blocks as its PDF, in our document or in the State's own. */
final class OfficialDocx {

    private static final int SMALL = 9;
    private static final int LARGE = 18;

    private final OfficialLetter letter;
    private final XWPFDocument document;
    private final Ribbon ribbon;

    /** Of the part that is being written. */
    private DocxLines lines;

    private boolean next;
    private boolean together;

    OfficialDocx(OfficialLetter letter, Ribbon ribbon) {
        this.letter = letter;
        this.ribbon = ribbon;
        this.document = opened(letter.template().document());
        this.lines = new DocxLines(letter.parts().getFirst().language());
    }

    /** The State's own document keeps its letterhead, styles and page; what of ours it lacks is added. */
    private static XWPFDocument opened(byte @Nullable [] template) {
        try {
            return template == null ? new XWPFDocument() : new XWPFDocument(new ByteArrayInputStream(template));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] render() {
        var out = new ByteArrayOutputStream();
        try (document) {
            DocxStyles.addMissing(document);
            if (letter.template().document() == null) {
                DocxLayout.page(document);
            }
            document.getProperties().getCoreProperties().setTitle(letter.title());
            for (int i = 0; i < letter.parts().size(); i++) {
                part(letter.parts().get(i), i > 0);
            }
            if (document.getFooterList().isEmpty()) {
                DocxFoot.write(document, letter.parts().getFirst());
            }
            DocxRibbon.write(document, ribbon.text(letter.parts().getFirst().language()), lines);
            document.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void part(Part part, boolean another) {
        lines = new DocxLines(part.language());
        next = another;
        part.blocks().forEach(this::block);
    }

    private void block(Block block) {
        switch (block) {
            case Head head -> head(head);
            case Marks marks ->
                write(String.join("   ", marks.marks().stream().map(Mark::text).toList()), true);
            case Address address -> address(address);
            case Place place -> {
                // "Right" is where a line ends, whichever way it runs.
                var line = write(place.text(), false);
                line.setAlignment(ParagraphAlignment.RIGHT);
                line.setSpacingBefore(200);
            }
            case Title title -> {
                lines.write(styled(DocxStyles.TITLE), title.text(), false);
                small(title.basis());
            }
            case Text text -> write(text.text(), false);
            case Item item -> item(item);
            case Table table -> table(table);
            case Heading heading -> lines.write(styled(DocxStyles.SECTION), heading.text(), false);
            case Quote quote -> {
                indented(write(quote.text(), false));
                var source = small(quote.source());
                if (source != null) {
                    indented(source);
                }
            }
            case UnbrokenBlocks together -> {
                this.together = true;
                together.blocks().forEach(this::block);
                this.together = false;
            }
            case Signature signature -> signature(signature);
            case Note note -> DocxLayout.framed(write(note.text(), false));
            case ReplyForm form -> form(form);
        }
    }

    /** A national document has its own. */
    private void head(Head head) {
        if (letter.template().document() != null) {
            return;
        }
        if (head.image() != null) {
            lines.writeImage(paragraph(), head.image(), head.state());
        }
        var cells = row(100, 65);
        fill(cells.getFirst(), List.of(head.state(), head.authority()), true);
        cells.getFirst().getParagraphs().getFirst().getRuns().forEach(it -> lines.size(it, LARGE));
        fill(cells.getLast(), head.lines(), false);
        DocxLayout.ruled(paragraph());
    }

    private void address(Address address) {
        var cells = row(93, 72);
        var to = new java.util.ArrayList<String>();
        to.add(address.channel());
        to.addAll(address.to());
        fill(cells.getFirst(), to, false);
        var cell = cells.getLast();
        for (int i = 0; i < address.references().size(); i++) {
            named(
                    i == 0 ? cell.getParagraphs().getFirst() : cell.addParagraph(),
                    address.references().get(i));
        }
    }

    private void named(XWPFParagraph paragraph, Named named) {
        lines.write(paragraph, named.name(), false);
        lines.writeTab(paragraph).setSpacingAfter(0);
        lines.write(paragraph, named.value(), false);
        DocxLayout.tabbed(paragraph);
    }

    private void item(Item item) {
        boolean labelled = !item.label().isBlank();
        var first = paragraph();
        if (!item.mark().isEmpty()) {
            lines.write(first, item.mark(), true);
        }
        lines.writeTab(first);
        lines.write(first, labelled ? item.label() : item.paragraphs().getFirst(), labelled);
        first.setKeepNext(labelled || together);
        first.setSpacingAfter(labelled ? 0 : 40);
        DocxLayout.hanging(first);
        item.paragraphs().stream().skip(labelled ? 0 : 1).forEach(it -> indented(write(it, false)));
    }

    private void indented(XWPFParagraph paragraph) {
        DocxLayout.indent(paragraph, lines.rightToLeft());
    }

    private void signature(Signature signature) {
        together = true;
        write("", false).setSpacingBefore(700);
        var cells = row(89, 76);
        fill(cells.getFirst(), List.of(signature.stamp()), false);
        fill(cells.getLast(), List.of(signature.name(), signature.function()), false);
        DocxLayout.over(cells.getLast());
        together = false;
    }

    private void form(ReplyForm form) {
        next = true;
        lines.write(styled(DocxStyles.TITLE), form.heading(), false);
        small(form.lead());
        form.about().forEach(it -> named(paragraph(), it));
        write("", false);
        form.answers().forEach(this::answer);
        signature(form.signature());
    }

    private void answer(Answer answer) {
        var paragraph = paragraph();
        lines.write(paragraph, "☐", false);
        lines.writeTab(paragraph);
        lines.write(paragraph, answer.label() + " ", true);
        lines.write(paragraph, answer.text(), false);
        DocxLayout.hanging(paragraph);
        if (!answer.boxes().isEmpty()) {
            var boxes = answer.boxes().stream().map(it -> "☐ " + it).toList();
            indented(write(String.join("   ", boxes), false));
        }
        if (answer.room()) {
            DocxLayout.ruled(paragraph());
        }
    }

    private void table(Table table) {
        var written = DocxLayout.table(
                document,
                lines.rightToLeft(),
                table.rows().size() + 1,
                table.heads().size());
        for (int i = 0; i < written.getNumberOfRows(); i++) {
            var texts = i == 0 ? table.heads() : table.rows().get(i - 1);
            var cells = written.getRow(i).getTableCells();
            for (int j = 0; j < texts.size(); j++) {
                fill(cells.get(j), List.of(texts.get(j)), i == 0);
            }
        }
    }

    private void fill(XWPFTableCell cell, List<String> texts, boolean bold) {
        var kept = texts.stream().filter(it -> !it.isBlank()).toList();
        for (int i = 0; i < kept.size(); i++) {
            var paragraph = i == 0 ? cell.getParagraphs().getFirst() : cell.addParagraph();
            lines.write(paragraph, kept.get(i), bold && i == 0).setSpacingAfter(0);
            paragraph.setKeepNext(together);
        }
    }

    private List<XWPFTableCell> row(int... millimetres) {
        if (next) {
            paragraph().setSpacingAfter(0);
        }
        return DocxLayout.row(document, lines.rightToLeft(), millimetres);
    }

    private XWPFParagraph write(String text, boolean bold) {
        var paragraph = paragraph();
        lines.writeOwn(paragraph, text, bold).setSpacingAfter(80);
        return paragraph;
    }

    private @Nullable XWPFParagraph small(String text) {
        if (text.isBlank()) {
            return null;
        }
        var paragraph = write(text, false);
        paragraph.getRuns().forEach(it -> lines.size(it, SMALL));
        return paragraph;
    }

    private XWPFParagraph styled(String style) {
        var paragraph = paragraph();
        paragraph.setStyle(style);
        return paragraph;
    }

    private XWPFParagraph paragraph() {
        var paragraph = document.createParagraph();
        paragraph.setPageBreak(next);
        paragraph.setKeepNext(together);
        next = false;
        return paragraph;
    }
}
