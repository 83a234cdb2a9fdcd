package org.comity.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.convention.ProcedureLaw;
import org.comity.directory.Participant;
import org.comity.paper.LetterSettings.Signatory;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.FieldSections;
import org.comity.proof.act.Attachment;
import org.comity.sealing.Letters.Section;
import org.comity.sealing.OfficialLetter.Address;
import org.comity.sealing.OfficialLetter.Block;
import org.comity.sealing.OfficialLetter.Heading;
import org.comity.sealing.OfficialLetter.Item;
import org.comity.sealing.OfficialLetter.Mark;
import org.comity.sealing.OfficialLetter.Marks;
import org.comity.sealing.OfficialLetter.Named;
import org.comity.sealing.OfficialLetter.Note;
import org.comity.sealing.OfficialLetter.Place;
import org.comity.sealing.OfficialLetter.Quote;
import org.comity.sealing.OfficialLetter.Signature;
import org.comity.sealing.OfficialLetter.Table;
import org.comity.sealing.OfficialLetter.Text;
import org.comity.sealing.OfficialLetter.UnbrokenBlocks;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/**
 * The parts of which a letter in one language is set: what is special in them comes from the law, the profile or the
 * procedure's words.
 *
 * @param theirCase the other State's number, as far as the letter may name it; empty while it is not known
 * @param opener whose act begins such threads: who asks, or who gives without having been asked
 * @param function of our authority that speaks, and {@code addressed} of theirs to which it goes
 */
record LetterBlocks(
        LetterWords words,
        org.comity.ui.Language language,
        Participant self,
        Participant other,
        RequestRow row,
        String theirCase,
        Role opener,
        String function,
        String addressed,
        Signatory signatory) {

    /** As a section's label has it: {@code a. Authority}, or {@code (أ) السلطة}; an Arabic letter may be drawn out. */
    private static final Pattern LETTERED = Pattern.compile("^\\(?(\\p{L}\u0640?)[.)]\\s+(.+)$", Pattern.DOTALL);

    private static final int MOST_PROVISIONS = 11;
    private static final int LONGEST_LAST = 600;
    private static final int MOST_LAST = 8;

    String us() {
        return words.authority(language, "us", function, self.name(language.tag()));
    }

    /** Who is no authority of a State has no function in one. */
    String them() {
        var as = other.kind().authority() ? addressed : "participant";
        return words.authority(language, "them", as, other.name(language.tag()));
    }

    boolean opened() {
        return row.ourRole() == opener;
    }

    /** Whoever began gave something: nobody asked, and no letter speaks of a request. */
    boolean given() {
        return opener == Role.REQUESTED;
    }

    /** The sentence of what was asked, or of what was given. */
    String about(String asked, String given) {
        return given() ? given : asked;
    }

    String concerning() {
        return about("letters.concerning-", "letters.given.concerning-") + (opened() ? "ours" : "yours");
    }

    /** @param soon the letter is, or reminds of, a request that is to be dealt with before others */
    Marks marks(boolean soon) {
        var marks = new ArrayList<Mark>();
        if (soon || row.emergency()) {
            marks.add(new Mark(say("letters.urgent"), true));
        }
        if (row.confidential()) {
            marks.add(new Mark(say("letters.confidential"), false));
        }
        return new Marks(marks);
    }

    /** Reference and marks, at the head of each page but the first. */
    String running(Marks marks) {
        var line = new ArrayList<>(List.of(row.reference()));
        marks.marks().forEach(it -> line.add(it.text()));
        return String.join(" · ", line);
    }

    Block address(String channel, String number, @Nullable LocalDate left, int enclosures) {
        var references = new ArrayList<Named>();
        references.add(new Named(say(opened() ? "letters.our-reference" : "letters.reference"), row.reference()));
        if (!row.ourCase().isEmpty()) {
            references.add(new Named(say("letters.our-case"), row.ourCase()));
        }
        // An authority numbers what it gets; nobody else has to.
        if (!theirCase.isEmpty() || opened() && other.kind().authority()) {
            references.add(new Named(
                    say("letters.your-reference"), theirCase.isEmpty() ? say("letters.not-known") : theirCase));
        }
        references.add(new Named(say("letters.enclosures"), Integer.toString(enclosures)));
        var to = List.of(
                other.speaker(addressed),
                say("letters.capital", "capital", other.capital(language.tag()), "state", other.name(language.tag())));
        var via = channel.isEmpty()
                ? ""
                : say(
                        "letters.via",
                        "by",
                        channel,
                        "number",
                        number.isEmpty() ? "none" : number,
                        "left",
                        left == null ? "none" : day(left));
        return new Address(via, to, references);
    }

    Place place(LocalDate day) {
        return new Place(say("letters.place", "place", self.capital(language.tag()), "day", day(day)));
    }

    /** What the act says: items under the letters of the instrument in its order, then the rest; without letters, numbered. */
    List<Block> items(List<Section> sections, NumberedIdentifiers numbered) {
        var lettered = new ArrayList<Block>();
        var others = new ArrayList<Section>();
        var before = "";
        for (var section : sections) {
            var label = LETTERED.matcher(section.label());
            if (label.matches()) {
                var mark = label.group(1);
                lettered.addAll(numbered.item(
                        mark.equals(before) ? "" : words.mark(language, mark), label.group(2), section.paragraphs()));
                before = mark;
            } else {
                others.add(section);
            }
        }
        if (lettered.isEmpty()) {
            for (int i = 0; i < others.size(); i++) {
                lettered.addAll(numbered.item(
                        others.size() > 1 ? number(i + 1) : "",
                        others.get(i).label(),
                        others.get(i).paragraphs()));
            }
        } else {
            others.forEach(it -> lettered.addAll(numbered.item("", it.label(), it.paragraphs())));
        }
        return lettered;
    }

    /** The period that the law sets at least, and that a word is welcome before what is asked comes to nothing. */
    List<Block> rules(@Nullable ProcedureLaw law) {
        var blocks = new ArrayList<Block>();
        if (law != null) {
            law.periods().stream()
                    .filter(it -> it.key().equals("minimum") && !it.ref().isEmpty())
                    .forEach(it -> blocks.add(new Text(say("letters.period", "ref", it.ref(), "days", it.days()))));
            law.duty("warn")
                    .filter(it -> !it.ref().isEmpty())
                    .ifPresent(it -> blocks.add(new Text(say("letters.warn", "ref", it.ref()))));
        }
        return blocks;
    }

    /** The instrument and the channel stand at the head of a letter already. */
    List<Section> without(List<Section> sections, String instrument) {
        return sections.stream()
                .filter(it -> !it.paragraphs().equals(List.of(instrument)))
                .filter(it -> !it.label().equals(say("paper.goes-by")))
                .toList();
    }

    List<String> files(List<Attachment> attachments, Optional<Translation> translation) {
        var sized = attachments.stream()
                .map(it -> say("letters.enclosure.file", "name", it.name(), "size", Math.ceilDiv(it.size(), 1_000)));
        var languages = translation.filter(it -> it.certified() && !it.file().isEmpty()).stream()
                .map(it -> LetterWords.named(it.language(), language));
        var translated = languages.map(it -> say("letters.enclosure.translation", "language", it));
        return Stream.concat(sized, translated).toList();
    }

    /** Our provisions of the offences that are named, as our profile has them. */
    List<Block> provisions(List<String> offences) {
        var blocks = new ArrayList<Block>();
        offences.stream()
                .distinct()
                .filter(self.profile().provisions()::containsKey)
                .limit(MOST_PROVISIONS)
                .forEach(it -> blocks.add(new Quote(
                        self.profile().provisions().getOrDefault(it, ""),
                        say(
                                "letters.provision.source",
                                "state",
                                self.name(language.tag()),
                                "day",
                                day(self.profile().checked()),
                                "article",
                                it))));
        if (!blocks.isEmpty()) {
            blocks.addFirst(new Heading(say("letters.provision", "state", self.name(language.tag()))));
        }
        return blocks;
    }

    /** The reply form is always one of them. */
    private List<Block> enclosures(List<String> files) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Heading(say("letters.enclosures")));
        for (int i = 0; i < files.size(); i++) {
            blocks.add(new Item(number(i + 1), "", List.of(files.get(i))));
        }
        blocks.add(new Item(number(files.size() + 1), "", List.of(say("letters.enclosure.reply"))));
        return blocks;
    }

    /** Enclosures, courtesy and signature, with what was said last before them: a signature never stands alone. */
    void close(List<Block> letter, List<String> files, String translation) {
        var blocks = enclosures(files);
        blocks.addAll(0, last(letter));
        blocks.add(new Text(words.to(other.kind(), language, "letters.courtesy", "us", us(), "them", them())));
        blocks.add(signature());
        if (!translation.isEmpty()) {
            blocks.add(new Note(translation));
        }
        letter.add(new UnbrokenBlocks(blocks));
    }

    /** Taken from its end: an item that is not long, a short table with its item, or a provision with its heading. */
    private static List<Block> last(List<Block> letter) {
        var from = letter.size();
        while (from > 0 && letter.get(from - 1) instanceof Quote) {
            from--;
        }
        if (from < letter.size() && letter.get(from - 1) instanceof Heading) {
            from--;
        } else if (from > 1
                && letter.get(from - 1) instanceof Table table
                && table.rows().size() <= MOST_LAST) {
            from -= 2;
        } else if (from > 0 && letter.get(from - 1) instanceof Item item && length(item) <= LONGEST_LAST) {
            from--;
        }
        var tail = letter.subList(from, letter.size());
        var last = List.copyOf(tail);
        tail.clear();
        return last;
    }

    private static int length(Item item) {
        return item.paragraphs().stream().mapToInt(String::length).sum();
    }

    private Signature signature() {
        var title = signatory.function().getOrDefault(language.tag(), "");
        return new Signature(
                say("letters.stamp"),
                signatory.name(),
                signatory.name().isEmpty() && title.isEmpty() ? say("letters.name-and-function") : title);
    }

    private String number(int number) {
        return say("letters.number", "number", number);
    }

    /** The day in our capital, which stands beside it. */
    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, self.zone());
    }

    String day(LocalDate day) {
        return FieldSections.day(day, language.locale());
    }

    String say(String key, Object... named) {
        return words.say(language, key, named);
    }

    Locale locale() {
        return language.locale();
    }
}
