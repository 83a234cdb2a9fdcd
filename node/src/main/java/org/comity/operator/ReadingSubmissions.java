package org.comity.operator;

import java.util.List;
import java.util.Optional;
import org.comity.operator.RefusedSubmissionRows.RefusedSubmission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What anybody may read of the entries, and what those who admit must see. */
@CollatesDirectory
@Component
@Transactional(readOnly = true)
class ReadingSubmissions {

    private final Submissions submissions;
    private final RefusedSubmissionRows refused;

    ReadingSubmissions(Submissions submissions, RefusedSubmissionRows refused) {
        this.submissions = submissions;
        this.refused = refused;
    }

    List<Submissions.Submission> admitted() {
        return submissions.admitted();
    }

    Optional<Submissions.Submission> admitted(String id, long version) {
        return submissions.admitted(id, version);
    }

    List<Submissions.Submission> waiting() {
        return submissions.waiting();
    }

    /** Not admitted, the newest first. */
    List<RefusedSubmission> refused() {
        return refused.newest();
    }

    int countWaiting() {
        return submissions.countWaiting();
    }

    List<byte[]> revocations() {
        return submissions.revocations();
    }
}
