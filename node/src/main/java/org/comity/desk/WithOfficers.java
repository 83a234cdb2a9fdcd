package org.comity.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.casework.SeatedAuthorities;
import org.comity.casework.TypedWords;
import org.comity.casework.UnsentAct;
import org.comity.casework.UnsentAct.Progress;
import org.comity.casework.UnsentActs;
import org.comity.casework.UnsentActs.Said;
import org.comity.desk.DeskView.InHand;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.directory.Participant;
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
    private final TypedWords words;

    WithOfficers(UnsentActs acts, Directory directory, SeatedAuthorities seats, TypedWords words) {
        this.acts = acts;
        this.directory = directory;
        this.seats = seats;
        this.words = words;
    }

    /** At most {@link UnsentActs#MOST}, of {@link UnsentActs#LOOKED_THROUGH}. */
    Found saying(Language language, Official by, String typed) {
        var found = acts.saying(language, by.id(), it -> says(it, typed));
        return new Found(with(found.acts()), found.more());
    }

    /** @param more there is more in hand than was looked through */
    record Found(List<InHand> rows, boolean more) {}

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
                    var others = it.others().stream().map(this::other).toList();
                    // An act of a joint thread goes by node to whoever keeps its register.
                    var way = it.joint() != null
                            ? Channel.NODE
                            : ways.computeIfAbsent(it.draft().counterpart(), _ -> way(others.getFirst()));
                    return new InHand(it, others, way);
                })
                .toList();
    }

    private Participant other(String id) {
        return GoneParticipant.shown(directory, id);
    }

    private Channel way(Participant other) {
        return other.hasNode() ? Channel.NODE : seats.reads(other.id()) ? Channel.SEAT : Channel.MAIL;
    }

    /** What waits for an approval that this officer may give: nobody approves alone what they submitted themselves. */
    List<InHand> waiting(List<InHand> all, Official by) {
        return all.stream().filter(it -> it.act().waitsFor(by)).toList();
    }

    /** What left with one officer in an emergency, and this one may confirm. */
    List<InHand> toConfirm(List<InHand> all, Official by) {
        return all.stream()
                .filter(it ->
                        it.act().standing() == Progress.TO_CONFIRM && it.act().mayDecide(by))
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
                .filter(it -> !query.emergency() || it.act().lifeAtRisk())
                .filter(it -> query.owner().isEmpty() || it.act().inHandOf().equals(query.owner()))
                .filter(it -> query.role() == null
                        || query.role().equals(it.act().draft().role()))
                .filter(it -> query.laws().isEmpty()
                        || query.laws().contains(it.act().draft().law()))
                .filter(it -> query.channels().isEmpty() || query.channels().contains(it.way()))
                .filter(it -> query.state().isBlank()
                        || it.others().stream().anyMatch(other -> DeskQuery.names(query.state(), other)))
                .filter(it -> query.text().isBlank() || says(Said.of(it.act()), query.text()))
                .toList();
    }

    /** Each typed word stands in something that a reader of the act sees: its words, its States, its officer, its files. */
    private boolean says(Said act, String typed) {
        var said = new ArrayList<String>(List.of(act.subject(), act.officer()));
        var draft = act.draft();
        if (draft.reference() != null) said.add(draft.reference());
        act.others().stream().map(this::other).forEach(it -> {
            said.add(it.state().code());
            said.addAll(it.names().values());
        });
        draft.files().forEach(it -> said.add(it.name()));
        said.addAll(draft.facts().values());
        values(draft.body(), said);
        return words.stand(typed, said);
    }

    /** What was typed into the fields, and not what the fields are called. */
    private static void values(@Nullable Object field, List<String> said) {
        switch (field) {
            case Map<?, ?> parts -> parts.values().forEach(it -> values(it, said));
            case List<?> some -> some.forEach(it -> values(it, said));
            case String text -> said.add(text);
            case Number number -> said.add(number.toString());
            case null, default -> {}
        }
    }
}
