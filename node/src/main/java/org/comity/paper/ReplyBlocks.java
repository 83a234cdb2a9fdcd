package org.comity.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.comity.convention.ProcedureLaw;
import org.comity.sealing.OfficialLetter.Answer;
import org.comity.sealing.OfficialLetter.Named;
import org.comity.sealing.OfficialLetter.ReplyForm;
import org.comity.sealing.OfficialLetter.Signature;
import org.jspecify.annotations.Nullable;

/** Makes the form on which the other State answers: what can be ticked hangs on what was said, and on the governing law. */
record ReplyBlocks(LetterBlocks set) {

    private static final int MOST_BOXES = 20;

    ReplyForm form(String concerning, List<Answer> answers) {
        return new ReplyForm(
                set.say("letters.reply"),
                set.say(
                        set.about("letters.reply.lead", "letters.given.reply.lead"),
                        "mail",
                        set.self().mail(),
                        "phone",
                        set.self().phone(),
                        "reference",
                        set.row().reference()),
                List.of(
                        new Named(set.say("letters.reply.from"), set.other().speaker(set.addressed())),
                        new Named(set.say("letters.reply.to"), set.self().speaker(set.function())),
                        new Named(set.say("letters.reply.concerning"), concerning),
                        new Named(set.say("letters.reference"), set.row().reference())),
                answers,
                new Signature(
                        set.say("letters.stamp"),
                        set.say("letters.name-and-function"),
                        set.say("letters.place-and-date")));
    }

    List<Answer> toOpening(@Nullable ProcedureLaw law, int items) {
        return set.given() ? toInformation() : toRequest(law, items);
    }

    /** What may be answered to a request; grounds are those of the governing law and no others. */
    private List<Answer> toRequest(@Nullable ProcedureLaw law, int items) {
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
                ? set.say("letters.reply.ground")
                : law != null && law.closed()
                        ? set.say("letters.reply.grounds-closed", "grounds", grounds, "ref", law.closedBy())
                        : set.say("letters.reply.grounds", "grounds", grounds);
        var answers = new ArrayList<Answer>();
        answers.add(received());
        answers.add(done(items));
        answers.add(answer("in-part", true));
        answers.add(answer("need-to-know", true));
        if (law != null) {
            law.duty("warn")
                    .filter(it -> !it.ref().isEmpty())
                    .map(it -> new Answer(
                            set.say("letters.reply.at-risk.label"),
                            set.say("letters.reply.at-risk", "ref", it.ref()),
                            true))
                    .ifPresent(answers::add);
        }
        answers.add(new Answer(set.say("letters.reply.refused.label"), refused, true));
        answers.add(answer("next", true));
        return answers;
    }

    List<Answer> toAnswer() {
        var answers = new ArrayList<>(List.of(received(), answer("consult", true), answer("our-answer", true)));
        if (!set.given()) {
            answers.add(answer("no-longer", false));
        }
        return answers;
    }

    /** What may be said to information that nobody asked for; none of it must be. */
    private List<Answer> toInformation() {
        var limits = answer("limits", true);
        var boxes = List.of(set.say("letters.reply.limits.accepted"), set.say("letters.reply.limits.not-accepted"));
        return List.of(
                received(),
                new Answer(limits.label(), boxes, limits.text(), true),
                answer("of-use", true),
                answer("follows", false),
                answer("consent", false));
    }

    List<Answer> toReminder() {
        return set.given()
                ? toInformation()
                : List.of(
                        answer("under-way", false),
                        answer("need-to-know", true),
                        answer("in-part-now", true),
                        answer("answered", false));
    }

    /** Each numbered item has a box, as long as they fit on the form. */
    private Answer done(int items) {
        var boxes = items < 1 || items > MOST_BOXES
                ? List.<String>of()
                : IntStream.rangeClosed(1, items)
                        .mapToObj(it -> set.say("letters.reply.item", "n", Integer.toString(it)))
                        .toList();
        var plain = answer("done", true, List.of(set.row().law() + ".letter.done", "letters.reply.done"));
        return new Answer(plain.label(), boxes, plain.text(), true);
    }

    private Answer received() {
        return answer("received", false);
    }

    private Answer answer(String which, boolean room) {
        return answer(which, room, List.of("letters.reply." + which));
    }

    private Answer answer(String which, boolean room, List<String> keys) {
        return new Answer(
                set.say("letters.reply." + which + ".label"), set.words().first(set.language(), keys), room);
    }
}
