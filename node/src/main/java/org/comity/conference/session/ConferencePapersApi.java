package org.comity.conference.session;

import java.time.LocalDate;
import java.util.List;
import org.comity.conference.TypedPaper;
import org.comity.conference.session.ConferenceSession.Paper;
import org.comity.conference.session.ConferenceSession.PaperFile;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Documents and decisions of sessions as JSON; nobody is called late here. */
@RestController
@RequestMapping("/api/v1/conference")
class ConferencePapersApi {

    private final ReadingSessions reading;

    ConferencePapersApi(ReadingSessions reading) {
        this.reading = reading;
    }

    @GetMapping("/documents")
    Documents documents(Official by) {
        return new Documents(
                reading.papers().stream().map(ConferencePapersApi::json).toList());
    }

    @GetMapping("/decisions")
    Decisions decisions(Official by) {
        return new Decisions(reading.decisions("en", by).decisions().stream()
                .map(it -> new DecisionJson(
                        it.session(),
                        it.number(),
                        it.title(),
                        it.words(),
                        it.taken(),
                        it.takenOn(),
                        it.withdrawn(),
                        it.articles(),
                        it.followUps().stream()
                                .filter(each -> each.ended() || it.asks(each))
                                .map(each -> new FollowUpJson(
                                        each.paragraph(), each.what(), each.who(), each.due(), each.status()))
                                .toList()))
                .toList());
    }

    private static DocumentJson json(Paper it) {
        return new DocumentJson(
                it.session(),
                it.item(),
                it.symbol(),
                it.title(),
                it.original(),
                it.articles(),
                it.files(),
                TypedPaper.LANGUAGES.stream()
                        .filter(language -> it.in(language) == null)
                        .toList());
    }

    record Documents(List<DocumentJson> documents) {}

    record DocumentJson(
            String session,
            @Nullable Integer item,
            String symbol,
            String title,
            String original,
            List<String> articles,
            List<PaperFile> files,
            List<String> missing) {}

    record Decisions(List<DecisionJson> decisions) {}

    record DecisionJson(
            String session,
            String number,
            String title,
            String words,
            String taken,
            LocalDate takenOn,
            boolean withdrawn,
            List<String> articles,
            List<FollowUpJson> followUps) {}

    record FollowUpJson(
            String paragraph,
            String what,
            String who,
            @Nullable LocalDate due,
            String status) {}
}
