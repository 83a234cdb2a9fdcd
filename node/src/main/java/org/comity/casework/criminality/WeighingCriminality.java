package org.comity.casework.criminality;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.DomesticFile;
import org.comity.casework.DomesticFile.Kind;
import org.comity.casework.criminality.CriminalityView.Line;
import org.comity.casework.criminality.CriminalityView.Writing;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw.Ground;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.directory.LawBetween;
import org.comity.directory.Participant;
import org.comity.procedure.Editions;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.BodyFields;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.ArticleReferences;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lays both States' provisions beside the elements of each offence that a request names. It gives no verdict: the lawyer
 * finds, with reasons, in the domestic file.
 */
@Component
class WeighingCriminality {

    private final CaseAccess access;
    private final Threads threads;
    private final Directory directory;
    private final Convention convention;
    private final Editions editions;
    private final DomesticFile file;
    private final Words words;
    private final Clock clock;

    WeighingCriminality(
            CaseAccess access,
            Threads threads,
            Directory directory,
            Convention convention,
            Editions editions,
            DomesticFile file,
            Words words,
            Clock clock) {
        this.access = access;
        this.threads = threads;
        this.directory = directory;
        this.convention = convention;
        this.editions = editions;
        this.file = file;
        this.words = words;
        this.clock = clock;
    }

    /** The ground that turns on it; empty where the law of the request has none, or where it is not ours to decide. */
    Optional<Ground> asked(RequestRow row) {
        return row.ourRole() != Role.REQUESTED
                ? Optional.empty()
                : convention.law(row.law(), editions.ofThread(row.thread())).stream()
                        .flatMap(it -> it.grounds().stream())
                        .filter(Ground::offences)
                        .findFirst();
    }

    CriminalityView view(String reference, TypedFinding typed, FormProblems problems, Official by, Language language) {
        access.mustRead(by);
        var row = access.row(reference, by);
        var ground = asked(row).orElseThrow(CriminalityRefused::notAsked);
        var edition = editions.ofThread(row.thread());
        var us = directory.self();
        var other = GoneParticipant.shown(directory, row.counterpart());
        var body =
                new BodyFields(threads.opening(row.thread()).map(KeptAct::body).orElse(Map.of()));
        var offences = body.texts("offences");
        return new CriminalityView(
                row,
                us,
                other,
                ground,
                edition,
                body.text("offence"),
                lines(edition, offences, us, other),
                said(edition, offences, us, other),
                findings(row),
                new Writing(access.mayFile(by, Kind.CRIMINALITY, row), typed, outcomes(language), problems));
    }

    /** Newest first. */
    List<DomesticFile.Line> findings(RequestRow row) {
        return file.lines(row.thread()).stream()
                .filter(it -> it.kind() == Kind.CRIMINALITY)
                .toList();
    }

    /** @param found without problems */
    @Transactional
    void put(String reference, TypedFinding found, Official by, Language language) {
        var row = access.row(reference, by);
        access.mustFile(by, Kind.CRIMINALITY, row);
        var _ = asked(row).orElseThrow(CriminalityRefused::notAsked);
        var outcome = found.chosen().orElseThrow();
        var line = words.say(language, "criminality.outcome." + outcome.word()) + ". " + found.reasons();
        file.add(row.thread(), Kind.CRIMINALITY, line, "", null, null, by);
    }

    private List<Choice> outcomes(Language language) {
        return Arrays.stream(TypedFinding.Outcome.values())
                .map(it -> Choice.of(it.word(), words.say(language, "criminality.outcome." + it.word())))
                .toList();
    }

    private List<Line> lines(String edition, List<String> offences, Participant us, Participant other) {
        var instrument = instrument(edition);
        return convention.offences(edition).stream()
                .filter(it -> offences.contains(it.article()))
                .map(it -> new Line(
                        it,
                        us.profile().provision(instrument, it.article()),
                        other.profile().provision(instrument, it.article())))
                .toList();
    }

    private List<LawBetween.Said> said(String edition, List<String> offences, Participant us, Participant other) {
        var today = LocalDate.ofInstant(clock.instant(), us.zone());
        return new LawBetween(convention, us, other, today)
                .treaty(instrument(edition)).stream()
                        .flatMap(it -> it.statements().stream())
                        .filter(it -> it.statement().speaksOf(offences)
                                || offences.contains(
                                        ArticleReferences.number(it.statement().article())))
                        .toList();
    }

    private static String instrument(String edition) {
        return edition.substring(0, edition.indexOf('/'));
    }
}
