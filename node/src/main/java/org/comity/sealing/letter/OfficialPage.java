package org.comity.sealing.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.comity.sealing.OfficialLetter;
import org.comity.sealing.OfficialLetter.Address;
import org.comity.sealing.OfficialLetter.Answer;
import org.comity.sealing.OfficialLetter.Block;
import org.comity.sealing.OfficialLetter.Head;
import org.comity.sealing.OfficialLetter.Heading;
import org.comity.sealing.OfficialLetter.Item;
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

/** A letter fit to sign, as the page that becomes its PDF; a national style is read after ours. */
final class OfficialPage {

    private static final String STYLE = style();

    /** Characters of an item that is not broken over two pages; a longer one would leave a page half empty. */
    private static final int LONGEST_WHOLE = 1000;

    private final Markup page;
    private final Ribbon ribbon;

    /** Of the part that is being written. */
    private boolean rightToLeft;

    OfficialPage(PrintableText shown, Ribbon ribbon) {
        this.page = new Markup(shown);
        this.ribbon = ribbon;
    }

    String of(OfficialLetter letter) {
        var language = letter.parts().getFirst().language();
        page.raw("<html lang=\"").raw(Markup.tag(language)).raw("\"><head><title>");
        page.text(letter.title()).raw("</title>");
        for (var name : List.of("description", "subject")) {
            page.raw("<meta name=\"").raw(name).raw("\" content=\"");
            page.text(letter.title() + ", " + letter.reference()).raw("\"/>");
        }
        page.raw("<style>").raw(STYLE).raw("\n").raw(escaped(letter.template().style()));
        page.raw("</style></head><body>");
        for (int i = 0; i < letter.parts().size(); i++) {
            part(letter.parts().get(i), i > 0);
        }
        return page.raw("</body></html>").toString();
    }

    private void part(Part part, boolean next) {
        rightToLeft = TextDirection.rightToLeft(part.language());
        if (next) {
            // The head of the part before ends here: the first page of a part has none.
            page.raw("<div class=\"running\"></div><div class=\"next\"></div>");
        }
        foot(part);
        open("div", "part", part);
        line("p", "ribbon", ribbon.text(part.language()));
        for (int i = 0; i < part.blocks().size(); i++) {
            block(part.blocks().get(i));
            if (i == 0) {
                open("div", "running", part);
                line("p", "ribbon", ribbon.text(part.language()));
                page.line("p", "", part.running(), rightToLeft).raw("</div>");
            }
        }
        page.raw("</div>");
    }

    private void foot(Part part) {
        var words = PageWords.of(part.language());
        open("div", "foot", part);
        if (!part.check().isEmpty()) {
            page.image(CheckCode.of(part.check()), part.foot());
        }
        page.line("p", "act", part.foot(), rightToLeft);
        page.raw("<p class=\"page\">").text(words.before()).raw("<span class=\"n\"></span>");
        page.text(words.between()).raw("<span class=\"m\"></span>").text(words.after());
        page.raw("</p></div>");
    }

    private void block(Block block) {
        switch (block) {
            case Head head -> head(head);
            case Marks marks -> marks(marks);
            case Address address -> address(address);
            case Place place -> line("p", "place", place.text());
            case Title title -> {
                line("h1", "", title.text());
                line("p", "sub", title.basis());
            }
            case Text text -> line("p", "text", text.text());
            case Item item -> item(item);
            case Table table -> OfficialTable.write(page, table, rightToLeft);
            case Heading heading -> line("h2", "", heading.text());
            case Quote quote -> {
                page.raw("<div class=\"quote\">");
                line("p", "", quote.text());
                line("p", "source", quote.source());
                page.raw("</div>");
            }
            case UnbrokenBlocks together -> {
                page.raw("<div class=\"together\">");
                together.blocks().forEach(this::block);
                page.raw("</div>");
            }
            case Signature signature -> signature(signature);
            case Note note -> line("p", "note", note.text());
            case ReplyForm form -> form(form);
        }
    }

    private void head(Head head) {
        page.raw("<div class=\"head\">");
        if (head.image() != null) {
            page.image(head.image(), head.state());
        }
        page.raw("<div class=\"lines\">");
        head.lines().forEach(it -> line("p", "", it));
        page.raw("</div><div class=\"who\">");
        line("p", "state", head.state());
        line("p", "authority", head.authority());
        page.raw("</div><div class=\"rule\"></div></div>");
    }

    private void marks(Marks marks) {
        page.raw("<p class=\"marks\">");
        for (var mark : marks.marks()) {
            page.raw("<span class=\"mark%s\">".formatted(mark.urgent() ? " urgent" : ""));
            page.text(mark.text(), rightToLeft).raw("</span> ");
        }
        page.raw("</p>");
    }

    private void address(Address address) {
        page.raw("<div class=\"address\"><div class=\"references\">");
        address.references().forEach(this::named);
        page.raw("</div><div class=\"to\">");
        line("p", "channel", address.channel());
        address.to().forEach(it -> line("p", "", it));
        page.raw("</div><div class=\"rule\"></div></div>");
    }

    private void named(Named named) {
        page.raw("<p class=\"named\"><span class=\"name\">").text(named.name(), rightToLeft);
        boolean turned = TextDirection.rightToLeft(named.value(), rightToLeft);
        page.raw("</span> <span class=\"value\"><span dir=\"%s\">".formatted(TextDirection.direction(turned)));
        page.text(named.value(), turned).raw("</span></span></p>");
    }

    private void item(Item item) {
        page.raw("<div class=\"item%s%s\">"
                .formatted(item.label().isBlank() ? " listed" : "", length(item) <= LONGEST_WHOLE ? " whole" : ""));
        line("p", "hanging", item.mark());
        line("p", "label", item.label());
        item.paragraphs().forEach(it -> line("p", "", it));
        page.raw("</div>");
    }

    private static int length(Item item) {
        return item.paragraphs().stream().mapToInt(String::length).sum();
    }

    private void signature(Signature signature) {
        page.raw("<div class=\"signature\"><div class=\"signed\"><div class=\"line\"></div>");
        line("p", "", signature.name());
        line("p", "function", signature.function());
        page.raw("</div><div class=\"stamp\">");
        line("p", "", signature.stamp());
        page.raw("</div><div class=\"rule\"></div></div>");
    }

    private void form(ReplyForm form) {
        page.raw("<div class=\"form\">");
        line("h1", "", form.heading());
        line("p", "sub", form.lead());
        page.raw("<div class=\"about\">");
        form.about().forEach(this::named);
        page.raw("</div>");
        form.answers().forEach(this::answer);
        signature(form.signature());
        page.raw("</div>");
    }

    private void answer(Answer answer) {
        page.raw("<div class=\"answer\"><div class=\"box\"></div><p><b>").text(answer.label(), rightToLeft);
        page.raw("</b> ").text(answer.text(), rightToLeft).raw("</p>");
        if (!answer.boxes().isEmpty()) {
            page.raw("<div class=\"boxes\">");
            answer.boxes().forEach(this::boxed);
            page.raw("<div class=\"rule\"></div></div>");
        }
        page.raw(answer.room() ? "<div class=\"room\"></div></div>" : "</div>");
    }

    private void boxed(String text) {
        page.raw("<div class=\"each\"><div class=\"box\"></div>");
        line("p", "", text);
        page.raw("</div>");
    }

    /** Nothing stands where there is nothing to say. */
    private void line(String element, String name, String text) {
        if (!text.isBlank()) {
            page.line(element, name, text, rightToLeft);
        }
    }

    private void open(String element, String name, Part part) {
        var direction = TextDirection.direction(rightToLeft);
        page.raw("<%s class=\"%s %s\" dir=\"%s\" lang=\"%s\">"
                .formatted(element, name, direction, direction, Markup.tag(part.language())));
    }

    private static String escaped(String style) {
        return style.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String style() {
        try (var in = OfficialPage.class.getResourceAsStream("/letters/letter.css")) {
            if (in == null) {
                throw new IOException("letters/letter.css is missing");
            }
            return escaped(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
