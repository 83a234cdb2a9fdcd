package org.comity.identity.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.comity.identity.IdentityNode;
import org.comity.ledger.Ledger;
import org.comity.ui.ReadySteps;
import org.comity.vocabulary.Duty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(classes = IdentityNode.class)
@AutoConfigureMockMvc
class FirstDaysTest {

    @Autowired
    private MockMvc web;

    @Autowired
    private FirstDays firstDays;

    @Autowired
    private ReadyRows rows;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient db;

    @AfterEach
    void open_again() {
        db.sql("delete from identity.ready_closed").update();
    }

    @Test
    void what_a_new_node_lacks_is_listed_until_an_administrator_closes_the_list_for_good() throws Exception {
        assertThat(firstDays.steps()).extracting(ReadySteps.Step::word).contains("officer", "second", "passkeys");
        assertThat(firstDays.steps())
                .filteredOn(it -> it.word().equals("passkeys"))
                .singleElement()
                .satisfies(it -> assertThat(it.done()).isFalse());
        assertThat(page()).contains("Before your first real request", "Somebody with a duty has no passkey yet.");

        web.perform(post("/admin/ready/close").with(user("maren")).with(csrf())).andExpect(status().isForbidden());
        web.perform(post("/admin/ready/close").with(user("brandel")).with(csrf()))
                .andExpect(redirectedUrl("/admin/people"));

        assertThat(firstDays.steps()).isEmpty();
        assertThat(page()).doesNotContain("Before your first real request");
        assertThat(ledger.lines(null, null, 1).getFirst().what()).isEqualTo("node.ready-closed");
    }

    @Test
    void whether_somebody_holds_a_duty_is_asked_of_those_who_are_here() {
        assertThat(rows.holds(Duty.SECOND_OFFICER)).isTrue();
        db.sql("update identity.person set active = false where 'SECOND_OFFICER' = any (duties)")
                .update();
        try {
            assertThat(rows.holds(Duty.SECOND_OFFICER)).isFalse();
        } finally {
            db.sql("update identity.person set active = true where 'SECOND_OFFICER' = any (duties)")
                    .update();
        }
    }

    private String page() throws Exception {
        return web.perform(get("/admin/people").with(user("brandel")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
