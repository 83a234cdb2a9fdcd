package org.comity.operator;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What anybody may read of the entries, and what those who admit must see. */
@CollatesDirectory
@Component
@Transactional(readOnly = true)
class ReadingSubmissions {

    private final Submissions submissions;

    ReadingSubmissions(Submissions submissions) {
        this.submissions = submissions;
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

    int countWaiting() {
        return submissions.countWaiting();
    }

    List<byte[]> revocations() {
        return submissions.revocations();
    }
}
