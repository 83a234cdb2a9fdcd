package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;

import org.comity.assistance.PracticeAssistance;
import org.comity.casework.Officers;
import org.comity.directory.Directory;
import org.comity.identity.TwoOfficers.Verdict;
import org.comity.procedure.Procedures;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WhoApprovesTest extends Officers {

    @Autowired
    private Directory directory;

    @Autowired
    private Procedures procedures;

    @Test
    void whether_the_central_authority_sends_is_the_state_s_choice() {
        var maren = official("maren");
        var begun = drafts.start(
                "assistance/1", "request", Role.REQUESTING, "XD-1", null, PracticeAssistance.request(), maren);
        var draft = drafts.submit(begun.id(), begun.version(), maren);
        var second = official("tolva");

        assertThat(who(true).verdict(draft, second)).isEqualTo(Verdict.NOT_CENTRAL_AUTHORITY);
        assertThat(who(true).verdict(draft, official("okell")).allowed()).isTrue();
        assertThat(who(false).verdict(draft, second).allowed()).isTrue();
        assertThat(who(false).verdict(draft, maren).allowed()).isFalse();
    }

    private WhoApproves who(boolean centralAuthoritySends) {
        return new WhoApproves(directory, officials, procedures, centralAuthoritySends);
    }
}
