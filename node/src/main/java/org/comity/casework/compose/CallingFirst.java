package org.comity.casework.compose;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.comity.casework.ActSent;
import org.comity.casework.DomesticFile;
import org.comity.casework.DraftDropped;
import org.comity.casework.Drafts;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.directory.Participant;
import org.comity.identity.Officials;
import org.comity.procedure.Draft;
import org.comity.ui.Language;
import org.comity.ui.TypedMoment;
import org.comity.ui.TypedText;
import org.comity.ui.Words;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/** Keeps what was said on the phone before a request is written; files it once the request has its number. */
@Component
class CallingFirst implements PhoneCalls {

    private static final int LONGEST_NUMBER = 120;

    private final CallRows rows;
    private final Drafts drafts;
    private final DomesticFile file;
    private final Directory directory;
    private final Officials officials;
    private final Words words;
    private final Clock clock;

    CallingFirst(
            CallRows rows,
            Drafts drafts,
            DomesticFile file,
            Directory directory,
            Officials officials,
            Words words,
            Clock clock) {
        this.rows = rows;
        this.drafts = drafts;
        this.file = file;
        this.directory = directory;
        this.officials = officials;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public boolean untold(Draft draft) {
        boolean mayLeave = draft.status() == Draft.Status.WRITING || draft.status() == Draft.Status.SUBMITTED;
        return mayLeave
                && ticked(draft)
                && rows.find(draft.id()).filter(it -> it.at() != null).isEmpty();
    }

    @Override
    @Transactional
    public void told(Draft draft, Instant at, String person, Official by) {
        if (!ticked(draft)) {
            rows.take(draft.id());
            return;
        }
        var before = kept(draft);
        var told = new PriorCall(
                before.at() == null ? at : before.at(),
                shortened(person, LONGEST_PERSON),
                before.said(),
                number(GoneParticipant.shown(directory, draft.counterpart())),
                by.id());
        if (!told.says(before)) {
            rows.put(draft.id(), told);
        }
    }

    @Override
    public String spokenTo(Draft draft) {
        return of(draft).map(PriorCall::person).orElse("");
    }

    /** What is kept; nothing is filled in that nobody said. */
    Optional<PriorCall> of(Draft draft) {
        return ticked(draft) ? Optional.of(kept(draft)) : Optional.empty();
    }

    /** What a page posted about the call. Every page posts it: what says nothing new stays with whoever told it. */
    @Transactional
    void keep(Draft draft, MultiValueMap<String, String> form, Official by) {
        if (!ticked(draft)) {
            rows.take(draft.id());
        } else if (form.containsKey(AT + ".date")) {
            var told = new PriorCall(
                    at(form),
                    shortened(form.getFirst(WITH), LONGEST_PERSON),
                    shortened(form.getFirst(SAID), LONGEST_SAID),
                    number(GoneParticipant.shown(directory, draft.counterpart())),
                    by.id());
            if (!told.says(kept(draft))) {
                rows.put(draft.id(), told);
            }
        }
    }

    /** In the transaction that sends the request, so that the line is written once or the request is not sent. */
    @EventListener
    void on(ActSent sent) {
        drafts.ofAct(sent.act().id()).flatMap(it -> rows.take(it.id())).ifPresent(it -> write(sent, it));
    }

    @EventListener
    void on(DraftDropped dropped) {
        rows.take(dropped.draft().id());
    }

    private PriorCall kept(Draft draft) {
        return rows.find(draft.id()).orElse(PriorCall.UNTOLD);
    }

    private void write(ActSent sent, PriorCall call) {
        var line = words.say(
                Language.ENGLISH,
                "compose.phone.line",
                "with",
                call.person().isEmpty() ? "no" : "yes",
                "person",
                call.person(),
                "told",
                call.said().isEmpty() ? "no" : "yes",
                "said",
                call.said(),
                "time",
                call.at() == null ? "no" : "yes");
        var by = officials.find(call.official()).orElseThrow();
        file.add(sent.act().envelope().thread(), DomesticFile.Kind.CALL, line, call.number(), call.at(), null, by);
    }

    /** Empty when it is no moment, or one that has not come. */
    private @Nullable Instant at(MultiValueMap<String, String> form) {
        var typed =
                new TypedMoment(form.getFirst(AT + ".date"), form.getFirst(AT + ".time"), form.getFirst(AT + ".zone"));
        return typed.instant()
                .map(it -> it.truncatedTo(ChronoUnit.SECONDS))
                .filter(it -> !it.isAfter(clock.instant()))
                .orElse(null);
    }

    private static boolean ticked(Draft draft) {
        return Boolean.TRUE.equals(draft.body().get("phonedFirst"));
    }

    private static String number(Participant other) {
        return shortened(other.phone(), LONGEST_NUMBER);
    }

    private static String shortened(@Nullable String text, int longest) {
        var clean = TypedText.clean(text);
        return CutText.to(clean, longest);
    }
}
