package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.comity.casework.Officers;
import org.comity.procedure.Procedures;
import org.comity.ui.PracticeStory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The steps of the story are ticked by the record, and by nothing that lay there before it began. */
class FollowingStoryTest extends Officers {

    @Autowired
    private PracticeStory story;

    @Autowired
    private Clock clock;

    @Autowired
    private Procedures procedures;

    /** Letters on the keyboard lead to acts by what they are for, whatever these are called. */
    @Test
    void a_letter_leads_to_an_act_by_what_it_is_for() {
        assertThat(procedures.of("preservation/1").keys())
                .isEqualTo(Map.of("acknowledge", "A", "ask", "F", "report-preserved", "P"));
        assertThat(procedures.of("assistance/1").keys()).isEqualTo(Map.of("acknowledge", "A", "ask", "F"));
    }

    @Test
    void what_is_on_record_since_is_ticked() {
        sent("XD-1", ordinary(), "tolva");
        var since = clock.instant();
        assertThat(story.since(since).next())
                .as("what lay there before is another story")
                .isEqualTo(1);

        var draft = submitted("XD-1", ordinary());
        assertThat(story.since(since).next()).as("written").isEqualTo(2);

        drafts.approve(draft.id(), new org.comity.identity.Approvals.Proof.Practice(), null, official("tolva"));
        assertThat(story.since(since).next()).as("sent").isEqualTo(3);
        assertThat(story.since(since).done(3)).isFalse();
        assertThat(story.since(Instant.MAX).next()).isEqualTo(1);
    }
}
