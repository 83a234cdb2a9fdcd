package org.comity.implementation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.comity.casework.Compartments;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.Requests;
import org.comity.treaty.TreatyTable;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Finds what the node knows already of an answer; a person confirms it before it counts. */
@Component
class Prefilling {

    private static final String BUDAPEST = "budapest";

    private final Questionnaire questionnaire;
    private final Directory directory;
    private final TreatyTable treaty;
    private final Requests requests;
    private final Clock clock;

    Prefilling(Questionnaire questionnaire, Directory directory, TreatyTable treaty, Requests requests, Clock clock) {
        this.questionnaire = questionnaire;
        this.directory = directory;
        this.treaty = treaty;
        this.requests = requests;
        this.clock = clock;
    }

    List<KnownAnswer> known(Question question) {
        var found = new ArrayList<KnownAnswer>();
        for (var source : questionnaire.sources(question.id())) {
            var self = directory.self();
            switch (source.from()) {
                case "provision" -> {
                    var cited = self.profile().provisions().getOrDefault(source.what(), "");
                    if (!cited.isEmpty()) {
                        found.add(new KnownAnswer("provision", source.what(), "", cited));
                    }
                }
                case BUDAPEST -> {
                    if (self.profile().instruments().contains(BUDAPEST)) {
                        found.add(new KnownAnswer(BUDAPEST, source.what(), "", ""));
                    }
                }
                case "authority" -> authority(self, source.what(), found);
                case "notified" -> notified(self, source.what(), found);
                default -> figures(found);
            }
        }
        return List.copyOf(found);
    }

    private static void authority(Participant self, String function, List<KnownAnswer> found) {
        var name = self.functions().getOrDefault(function, "");
        if (!name.isEmpty()) {
            var words =
                    "%s\n%s\n%s\n%s".formatted(name, self.phone(), self.mail(), String.join(", ", self.languages()));
            found.add(new KnownAnswer("authority", function, words, ""));
        }
    }

    private void notified(Participant self, String article, List<KnownAnswer> found) {
        treaty.confirmed(self.state().code()).stream()
                .filter(it -> it.article().equals(article))
                .reduce((first, second) -> second)
                .ifPresent(it -> found.add(new KnownAnswer("notified", article, it.day() + ", " + it.number(), "")));
    }

    /** Of the whole year before this one, by procedure and direction; figures of ours, never compared. */
    private void figures(List<KnownAnswer> found) {
        int year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear() - 1;
        var counts = new TreeMap<String, Long>();
        requests.figures(year, Compartments.ANYBODY)
                .forEach(it -> counts.merge(
                        it.law() + (it.role() == Role.REQUESTING ? ", sent" : ", received"), it.count(), Long::sum));
        if (!counts.isEmpty()) {
            var words = counts.entrySet().stream()
                    .map(it -> it.getKey() + ": " + it.getValue())
                    .collect(Collectors.joining("\n", year + "\n", ""));
            found.add(new KnownAnswer("figures", Integer.toString(year), words, ""));
        }
    }
}
