package org.comity.casework.acts;

import java.util.List;
import java.util.Map;
import org.comity.convention.ProcedureLaw.Provision;
import org.comity.directory.Participant;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.vocabulary.CutText;

/** Points out what the other State's entry declares on a paragraph that stands beside a new request. */
final class EntryStatements {

    private static final int LONGEST = 400;

    private EntryStatements() {}

    static List<Pointed> on(List<Provision> beside, String edition, Participant other) {
        var instrument = edition.replaceFirst("/.*", "");
        return other.profile().treaty(instrument).stream()
                .flatMap(it -> it.statements().stream())
                .flatMap(said -> beside.stream()
                        .map(Provision::ref)
                        .filter(said::bearsOn)
                        .limit(1)
                        .map(ref -> new Pointed(
                                "acts.caution.entry-says",
                                ref,
                                List.of(),
                                Map.of("words", CutText.to(said.text(), LONGEST)))))
                .toList();
    }
}
