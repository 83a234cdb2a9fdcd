package org.comity.operator;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.comity.directory.EntryRefused;
import org.springframework.stereotype.Component;

/** Draws up what a page shows of the directory: the list in force, who is admitted and who waits. */
@CollatesDirectory
@Component
class ShowingDirectory {

    private final PublishingLists publishing;
    private final ReadingSubmissions submissions;

    ShowingDirectory(PublishingLists publishing, ReadingSubmissions submissions) {
        this.publishing = publishing;
        this.submissions = submissions;
    }

    /**
     * @param nodes linked at the top
     * @param alone two persons are to admit, and the settings name fewer
     */
    OperatorView view(Map<String, URI> nodes, boolean mayAdmit, boolean alone, boolean ofNode) {
        var newest = publishing.newest().list();
        return new OperatorView(
                publishing.root().name(),
                publishing.root().id(),
                newest.sequence(),
                newest.issued(),
                newest.validUntil(),
                rows(submissions.admitted()),
                rows(submissions.waiting()),
                submissions.refused().stream().map(ShowingDirectory::refused).toList(),
                nodes,
                mayAdmit,
                alone,
                ofNode,
                publishing.proposed().orElse(null));
    }

    /** What admitting this entry signs, while it waits. */
    String act(String id, String hash) {
        return submissions.waiting().stream()
                .filter(it -> it.signed().entry().id().equals(id)
                        && it.signed().entry().hash().equals(hash))
                .findFirst()
                .map(it -> row(it).act())
                .orElseThrow(() -> new EntryRefused("not-waiting", id));
    }

    private static List<OperatorView.Row> rows(List<Submissions.Submission> submissions) {
        return submissions.stream().map(ShowingDirectory::row).toList();
    }

    private static OperatorView.Refused refused(RefusedSubmissionRows.RefusedSubmission it) {
        var entry = it.signed().entry();
        return new OperatorView.Refused(entry.id(), entry.version(), entry.hash(), it.at(), it.by(), it.why());
    }

    private static OperatorView.Row row(Submissions.Submission submission) {
        var entry = submission.signed().entry();
        return new OperatorView.Row(
                entry.id(),
                entry.state().code(),
                entry.names(),
                entry.functions().getOrDefault("contact-point", ""),
                entry.version(),
                entry.hash(),
                submission.submittedAt(),
                submission.firstBy(),
                entry.kind().word());
    }
}
