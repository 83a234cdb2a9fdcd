package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody whom a member brought into a room sits in a seat: it reads what is shared with observers, and nothing else. */
class ObserverInSeatTest extends PersonInASeat {

    private final String brought = "r" + UUID.randomUUID().toString().substring(0, 18);
    private final String other = "r" + UUID.randomUUID().toString().substring(0, 18);

    @Test
    void an_observer_reads_just_what_is_shared_with_observers() throws Exception {
        confirmed();
        room(brought);
        room(other);
        member(brought, "XD-1", "observer", "XA-1");
        said(brought, "amber", "Shared with who was brought.");
        said(brought, "amber-strict", "For members alone.");
        said(other, "amber", "In a room of others.");
        said(other, "green", "For every participant.");

        var shown = seen("/seat/rooms/" + brought).getContentAsString();
        assertThat(shown).contains("Shared with who was brought.").doesNotContain("For members alone.");
        var elsewhere = seen("/seat/rooms/" + other).getContentAsString();
        assertThat(elsewhere).contains("For every participant.").doesNotContain("In a room of others.");
        for (var sought : new String[] {"members", "others"}) {
            assertThat(seen("/seat/rooms/search?q=" + sought).getContentAsString())
                    .doesNotContain("For members alone.", "In a room of others.");
        }
        assertThat(seen("/seat/rooms/feed.atom").getContentAsString())
                .doesNotContain("Shared with who was brought.", "For members alone.", "In a room of others.");
        assertThat(web.perform(get("/rooms/" + brought))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .as("the public")
                .doesNotContain("Shared with who was brought.");
    }

    @Test
    void nor_another_States_thread_nor_any_page_of_officials() throws Exception {
        confirmed();
        var theirs = asked("XB-1");
        assertThat(seen("/seat/threads/" + theirs).getStatus()).isEqualTo(404);
        assertThat(seen("/seat").getContentAsString()).doesNotContain(theirs);
        for (var path : new String[] {"/desk", "/requests", "/rounds", "/directory", "/search?q=need", "/seats"}) {
            assertThat(seen(path).getRedirectedUrl()).as(path).contains("/sign-in");
        }
    }

    private void room(String id) throws Exception {
        redirected(
                "duty-officer",
                post("/rooms/held")
                        .param("id", id)
                        .param("title", "A room")
                        .param("language", "en")
                        .param("terms", "For a test.")
                        .param("label", "green"));
        redirected("second-officer", post("/rooms/held/" + id + "/open"));
        member(id, "XA-1", "member", "");
    }

    private void member(String room, String participant, String role, String broughtBy) throws Exception {
        redirected(
                "duty-officer",
                post("/rooms/held/" + room + "/members")
                        .param("participant", participant)
                        .param("role", role)
                        .param("person", "")
                        .param("grouping", "")
                        .param("broughtBy", broughtBy));
    }

    private void said(String room, String label, String title) throws Exception {
        redirected(
                "duty-officer",
                post("/rooms/" + room + "/new")
                        .param("kind", "question")
                        .param("title", title)
                        .param("text", title)
                        .param("language", "en")
                        .param("label", label));
    }
}
