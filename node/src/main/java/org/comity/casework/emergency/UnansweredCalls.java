package org.comity.casework.emergency;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.comity.casework.ActSent;
import org.comity.casework.DomesticFile;
import org.comity.casework.DraftDropped;
import org.comity.casework.Drafts;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.identity.Officials;
import org.comity.procedure.Draft;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.Official;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps beside an emergency when nobody picked up, by the clock of this node, and names the number to try next. Each call
 * becomes a line of the domestic file once the request is sent.
 */
@Component
class UnansweredCalls {

    private static final int MOST_OTHERS = 5;
    private static final int LONGEST_NUMBER = 120;

    private final UnansweredCallRows rows;
    private final Drafts drafts;
    private final DomesticFile file;
    private final Directory directory;
    private final Officials officials;
    private final Words words;
    private final Clock clock;

    UnansweredCalls(
            UnansweredCallRows rows,
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

    /** @param called whose number was rung; one that is not of the State that is asked is taken for the asked one */
    @Transactional
    void add(Draft draft, String called, Official by) {
        var rung = others(draft.counterpart()).stream()
                .filter(it -> it.id().equals(called))
                .findFirst()
                .orElseGet(() -> directory.get(draft.counterpart()));
        var number = CutText.to(rung.phone(), LONGEST_NUMBER);
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        rows.add(draft.id(), new UnansweredCallRows.Row(at, rung.id(), number, by.id()));
    }

    /** @param other whom to call, or empty while no State is chosen */
    UnansweredView view(Optional<String> draft, Optional<String> other) {
        return new UnansweredView(
                draft.map(rows::of).orElse(List.of()).stream()
                        .map(it -> new UnansweredView.Attempt(it.at(), it.called(), it.number()))
                        .toList(),
                other.filter(it -> directory.find(it).isPresent())
                        .map(this::others)
                        .orElse(List.of()));
    }

    /** The same emergency goes to another authority: that nobody was reached at the first is not forgotten. */
    void move(Draft from, Draft to) {
        rows.move(from.id(), to.id());
    }

    /** In the transaction that sends the request, so that each line is written once or the request is not sent. */
    @EventListener
    void on(ActSent sent) {
        drafts.ofAct(sent.act().id()).ifPresent(draft -> {
            rows.of(draft.id()).forEach(it -> write(sent.act().envelope().thread(), it));
            rows.forget(draft.id());
        });
    }

    @EventListener
    void on(DraftDropped dropped) {
        rows.forget(dropped.draft().id());
    }

    private void write(String thread, UnansweredCallRows.Row call) {
        var line = words.say(
                Language.ENGLISH,
                "emergency.unanswered.line",
                "who",
                directory
                        .find(call.called())
                        .map(it -> it.name("en") + " (" + it.id() + ")")
                        .orElse(call.called()));
        file.addOtherCall(
                thread,
                line,
                call.number(),
                call.at(),
                officials.find(call.official()).orElseThrow());
    }

    /** Other contact points of the same State, each with a number of its own. */
    private List<Participant> others(String asked) {
        var first = directory.get(asked);
        return directory.all().stream()
                .filter(it -> it.state().equals(first.state()) && !it.id().equals(asked))
                .filter(it -> !it.phone().isBlank() && !it.phone().equals(first.phone()))
                .limit(MOST_OTHERS)
                .toList();
    }
}
