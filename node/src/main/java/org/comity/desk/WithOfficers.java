package org.comity.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.comity.casework.SeatedAuthorities;
import org.comity.casework.UnsentAct;
import org.comity.casework.UnsentAct.Progress;
import org.comity.casework.UnsentActs;
import org.comity.desk.DeskView.InHand;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.directory.Participant;
import org.comity.procedure.Draft;
import org.comity.procedure.Requests.View;
import org.comity.ui.Language;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what our officers have in hand through the filters of a list. */
@Component
class WithOfficers {

    private final UnsentActs acts;
    private final Directory directory;
    private final SeatedAuthorities seats;

    WithOfficers(UnsentActs acts, Directory directory, SeatedAuthorities seats) {
        this.acts = acts;
        this.directory = directory;
        this.seats = seats;
    }

    /** At most {@link UnsentActs#MOST} of all that are in hand. */
    List<InHand> saying(Language language, Official by, String typed) {
        return with(acts.saying(language, by.id(), (draft, subject) -> says(draft, subject, other(draft), typed)));
    }

    /** @param after as {@link UnsentActs#page} */
    Page page(Language language, Official by, @Nullable String after) {
        var page = acts.page(language, by.id(), after);
        return new Page(with(page.acts()), page.next());
    }

    /** @param next where the next page begins, or null */
    record Page(List<InHand> rows, @Nullable String next) {}

    private List<InHand> with(List<UnsentAct> some) {
        var ways = new HashMap<String, Channel>();
        return some.stream()
                .map(it -> {
                    var other = other(it.draft());
                    return new InHand(it, other, ways.computeIfAbsent(other.id(), id -> way(other)));
                })
                .toList();
    }

    private Participant other(Draft draft) {
        return GoneParticipant.shown(directory, draft.counterpart());
    }

    private Channel way(Participant other) {
        return other.hasNode() ? Channel.NODE : seats.reads(other.id()) ? Channel.SEAT : Channel.MAIL;
    }

    List<InHand> waiting(List<InHand> all) {
        return all.stream()
                .filter(it -> it.act().standing() == Progress.WAITING)
                .toList();
    }

    /** On the first page of requests alone, and where the view speaks of more than the other State's turn. */
    List<InHand> shown(List<InHand> all, DeskQuery query, Official by) {
        boolean here = query.onlyOfficers()
                || switch (query.view()) {
                    case OURS_TO_ACT, MINE, ALL_OPEN, ALL -> true;
                    default -> false;
                };
        // Acts that have not left stand in no state of a request.
        if (!here || !query.stands().isEmpty() || query.after() != null && !query.onlyOfficers()) {
            return List.of();
        }
        boolean mine = query.mine() || query.view() == View.MINE && !query.onlyOfficers();
        return all.stream()
                .filter(it -> !mine || it.act().inHandOf().equals(by.id()))
                .filter(it -> query.owner().isEmpty() || it.act().inHandOf().equals(query.owner()))
                .filter(it ->
                        query.role() == null || query.role() == it.act().draft().role())
                .filter(it -> query.laws().isEmpty()
                        || query.laws().contains(it.act().draft().law()))
                .filter(it -> query.channels().isEmpty() || query.channels().contains(it.way()))
                .filter(it -> query.state().isBlank() || DeskQuery.names(query.state(), it.other()))
                .filter(it -> query.text().isBlank()
                        || says(it.act().draft(), it.act().subject(), it.other(), query.text()))
                .toList();
    }

    private static boolean says(Draft draft, String subject, Participant other, String typed) {
        var text = typed.toLowerCase(Locale.ROOT);
        return draft.reference() != null
                        && draft.reference().toLowerCase(Locale.ROOT).contains(text)
                || subject.toLowerCase(Locale.ROOT).contains(text)
                || DeskQuery.names(typed, other)
                || draft.body().values().stream()
                        .anyMatch(value ->
                                String.valueOf(value).toLowerCase(Locale.ROOT).contains(text));
    }
}
