package org.comity.capacity.activities;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.comity.board.BoardSubjects;
import org.comity.board.Boards;
import org.comity.capacity.KeptList;
import org.comity.capacity.contributions.ContributionsHere;
import org.comity.capacity.iati.IatiActivity;
import org.comity.capacity.iati.IatiFacts;
import org.comity.casework.Compartments;
import org.comity.proof.feed.Audience;
import org.comity.vocabulary.Role;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the public board of activities show what stands in the published file: what both sides let everybody see. */
@Component
class PublishingActivities {

    private static final String BOARD = "activities";
    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,79}");

    private final ReadingActivities reading;
    private final PublishedActivities published;
    private final ContributionsHere contributions;
    private final KeptList kept;
    private final Boards boards;

    PublishingActivities(
            ReadingActivities reading,
            PublishedActivities published,
            ContributionsHere contributions,
            KeptList kept,
            Boards boards) {
        this.reading = reading;
        this.published = published;
        this.contributions = contributions;
        this.kept = kept;
        this.boards = boards;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT15M")
    void show() {
        if (kept.here()) boards.show(BOARD, this::subjects);
    }

    private BoardSubjects subjects() {
        // Who publishes has an identifier; without one there is no file, and nothing on the board.
        var held = published.possible()
                ? published
                        .of(
                                reading.all(Role.REQUESTED, Compartments.ANYBODY),
                                contributions.received(Compartments.ANYBODY))
                        .held()
                : List.<IatiActivity>of();
        var subjects = new BoardSubjects();
        for (var activity : held) {
            if (SUBJECT.matcher(activity.identifier()).matches()) {
                subjects.put(
                        Audience.PUBLIC, activity.identifier(), body(activity.identifier(), IatiFacts.of(activity)));
            }
        }
        return subjects;
    }

    /** Without the element itself: it says when it was written, and would be news each time. */
    static Map<String, Object> body(String identifier, IatiFacts facts) {
        var body = new TreeMap<String, Object>();
        body.put("kind", "activity");
        body.put("title", facts.title());
        body.put("identifier", identifier);
        body.put("states", facts.states().stream().sorted().toList());
        body.put("articles", facts.articles().stream().sorted().toList());
        if (facts.begins() != null) body.put("begins", facts.begins().toString());
        if (facts.ends() != null) body.put("ends", facts.ends().toString());
        return body;
    }
}
