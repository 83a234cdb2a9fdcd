package org.comity.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.comity.convention.ProcedureLaw;
import org.comity.directory.Participant;
import org.comity.paper.LetterSettings.Signatory;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.FieldSections;
import org.comity.sealing.Letters.Section;
import org.comity.sealing.OfficialLetter.Address;
import org.comity.sealing.OfficialLetter.Answer;
import org.comity.sealing.OfficialLetter.Block;
import org.comity.sealing.OfficialLetter.Heading;
import org.comity.sealing.OfficialLetter.Item;
import org.comity.sealing.OfficialLetter.Mark;
import org.comity.sealing.OfficialLetter.Marks;
import org.comity.sealing.OfficialLetter.Named;
import org.comity.sealing.OfficialLetter.Note;
import org.comity.sealing.OfficialLetter.Place;
import org.comity.sealing.OfficialLetter.Quote;
import org.comity.sealing.OfficialLetter.ReplyForm;
import org.comity.sealing.OfficialLetter.Signature;
import org.comity.sealing.OfficialLetter.Text;
import org.comity.sealing.OfficialLetter.Together;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/**
 * The parts of which a letter in one language is set: what is special in them comes from the law, the profile or the
 * procedure's words.
 *
 * @param function of our authority that speaks, and of theirs that is addressed
 */
record LetterBlocks(
        LetterWords words,
        org.comity.ui.Language language,
        Participant self,
        Participant other,
        RequestRow row,
        String function,
        Signatory signatory) {

    /** As a section's label has it: {@code a. Authority}, or {@code (أ) السلطة}; an Arabic letter may be drawn out. */
    private static final Pattern LETTERED = Pattern.compile("^\\(?(\\p{L}\u0640?)[.)]\\s+(.+)$", Pattern.DOTALL);

    private static final int MOST_PROVISIONS = 11;
    private static final int LONGEST_LAST = 600;

    String us() {
        return words.authority(language, "us", function, self.name(language.tag()));
    }

    String them() {
        return words.authority(language, "them", function, other.name(language.tag()));
    }

    boolean asked() {
        return row.ourRole() == Role.REQUESTING;
    }

    Marks marks() {
        var marks = new ArrayList<Mark>();
        if (row.emergency()) {
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

    Block address(String channel, String number, int enclosures) {
        var references = new ArrayList<Named>();
        references.add(new Named(say(asked() ? "letters.our-reference" : "letters.reference"), row.reference()));
        if (!row.ourCase().isEmpty()) {
            references.add(new Named(say("letters.our-case"), row.ourCase()));
        }
        if (!row.theirCase().isEmpty() || asked()) {
            references.add(new Named(
                    say("letters.your-reference"),
                    row.theirCase().isEmpty() ? say("letters.not-known") : row.theirCase()));
        }
        references.add(new Named(say("letters.enclosures"), Integer.toString(enclosures)));
        var to = List.of(
                other.speaker(function),
                say("letters.capital", "capital", other.capital(language.tag()), "state", other.name(language.tag())));
        var via = channel.isEmpty()
                ? ""
                : say("letters.via", "by", channel, "number", number.isEmpty() ? "none" : number);
        return new Address(via, to, references);
    }

    Place place(LocalDate day) {
        return new Place(say("letters.place", "place", self.capital(language.tag()), "day", day(day)));
    }

    /** What the act says: items under the letters of the instrument in its order, then the rest; without letters, numbered. */
    List<Block> items(List<Section> sections) {
        var lettered = new ArrayList<Block>();
        var others = new ArrayList<Section>();
        var before = "";
        for (var section : sections) {
            var label = LETTERED.matcher(section.label());
            if (label.matches()) {
                var mark = label.group(1);
                lettered.add(new Item(
                        mark.equals(before) ? "" : words.mark(language, mark), label.group(2), section.paragraphs()));
                before = mark;
            } else {
                others.add(section);
            }
        }
        if (lettered.isEmpty()) {
            for (int i = 0; i < others.size(); i++) {
                lettered.add(new Item(
                        others.size() > 1 ? number(i + 1) : "",
                        others.get(i).label(),
                        others.get(i).paragraphs()));
            }
        } else {
            others.forEach(it -> lettered.add(new Item("", it.label(), it.paragraphs())));
        }
        return lettered;
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
        blocks.add(new Item(number(files.size() + 1), "", List.of(say("letters.reply"))));
        return blocks;
    }

    /** Enclosures, courtesy and signature, with what was said last before them: a signature never stands alone. */
    void close(List<Block> letter, List<String> files, String translation) {
        var blocks = enclosures(files);
        blocks.addAll(0, last(letter));
        blocks.add(new Text(say("letters.courtesy", "us", us(), "them", them())));
        blocks.add(signature());
        if (!translation.isEmpty()) {
            blocks.add(new Note(translation));
        }
        letter.add(new Together(blocks));
    }

    /** Taken from its end: an item that is not long, or a provision with its heading. */
    private static List<Block> last(List<Block> letter) {
        var from = letter.size();
        while (from > 0 && letter.get(from - 1) instanceof Quote) {
            from--;
        }
        if (from < letter.size() && letter.get(from - 1) instanceof Heading) {
            from--;
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

    ReplyForm reply(String concerning, List<Answer> answers) {
        return new ReplyForm(
                say("letters.reply"),
                say("letters.reply.lead", "mail", self.mail(), "phone", self.phone(), "reference", row.reference()),
                List.of(
                        new Named(say("letters.reply.from"), other.speaker(function)),
                        new Named(say("letters.reply.to"), self.speaker(function)),
                        new Named(say("letters.reply.concerning"), concerning),
                        new Named(say("letters.reference"), row.reference())),
                answers,
                new Signature(say("letters.stamp"), say("letters.name-and-function"), say("letters.place-and-date")));
    }

    /** What may be answered to a request; grounds are those of the governing law and no others. */
    List<Answer> answersToRequest(@Nullable ProcedureLaw law) {
        var grounds = law == null
                ? ""
                : String.join(
                        " · ",
                        law.grounds().stream()
                                .map(ProcedureLaw.Ground::ref)
                                .filter(it -> !it.isEmpty())
                                .distinct()
                                .toList());
        var refused = grounds.isEmpty()
                ? say("letters.reply.ground")
                : law != null && law.closed()
                        ? say("letters.reply.grounds-closed", "grounds", grounds, "ref", law.closedBy())
                        : say("letters.reply.grounds", "grounds", grounds);
        return List.of(
                received(),
                answer("done", true, List.of(row.law() + ".letter.done", "letters.reply.done")),
                answer("in-part", true),
                answer("need-to-know", true),
                new Answer(say("letters.reply.refused.label"), refused, true),
                answer("next", true));
    }

    List<Answer> answersToAnswer() {
        return List.of(received(), answer("consult", true), answer("our-answer", true), answer("no-longer", false));
    }

    List<Answer> answersToReminder() {
        return List.of(
                answer("under-way", false),
                answer("need-to-know", true),
                answer("in-part-now", true),
                answer("answered", false));
    }

    private Answer received() {
        return answer("received", false);
    }

    private Answer answer(String which, boolean room) {
        return answer(which, room, List.of("letters.reply." + which));
    }

    private Answer answer(String which, boolean room, List<String> keys) {
        return new Answer(say("letters.reply." + which + ".label"), words.first(language, keys), room);
    }

    private String number(int number) {
        return say("letters.number", "number", number);
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
