package org.comity.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A request with more acts than one page holds: each is on a page, and no page speaks of what it does not show. */
class LongThreadTest extends Officers {

    private static final int MORE = 230;

    @Autowired
    private JdbcClient db;

    @Autowired
    private WorkingMessages messages;

    @Test
    void every_act_is_on_a_page_and_the_verdict_says_of_which_it_speaks() throws Exception {
        var sent = sent("XD-1", emergency(), "maren");
        more(sent.act());
        var record = "/requests/" + sent.reference() + "/record";
        var damaged = "%064x".formatted(220);
        bytes(damaged, "504b");

        assertThat(page("duty-officer", record, "en"))
                .contains("by the word of its keeper alone", "acts 1 to 100 of 231", "Later acts", "record?from=100")
                .contains("%064x".formatted(99))
                .doesNotContain("%064x".formatted(100), "Earlier acts");
        assertThat(page("duty-officer", record + "?from=100", "ar"))
                .contains("%064x".formatted(100), "%064x".formatted(199), "231");
        assertThat(page("duty-officer", record + "?from=200", "en"))
                .contains("Something does not hold.", "acts 201 to 231 of 231", damaged, "Earlier acts")
                .doesNotContain("Later acts");
        assertThat(page("duty-officer", record + "?from=100000", "en")).contains("acts 231 to 231 of 231");
        assertThat(code("duty-officer", record + "?from=-7")).isEqualTo(200);
        assertThat(code("duty-officer", record + "?from=x")).isEqualTo(400);
    }

    /** A word that is printed and never checked again would be believed after the bytes have changed. */
    @Test
    void a_signature_leads_to_its_proof_and_says_how_the_last_check_of_it_ended() throws Exception {
        var sent = sent("XD-1", emergency(), "maren");
        var act = sent.act();
        var path = "/requests/" + sent.reference();
        var proof = "href=\"" + path + "/record?from=0#act-" + act + "\"";
        assertThat(page("duty-officer", path, "en"))
                .contains("class=\"seal\" " + proof)
                .doesNotContain("seal failed");
        var sound = db.sql("select encode(bytes, 'hex') from thread.container where act = :act")
                .param("act", act)
                .query(String.class)
                .single();

        bytes(act, "504b");
        assertThat(page("duty-officer", path + "/record?from=0", "en")).contains("<li id=\"act-" + act + "\"");
        assertThat(page("duty-officer", path, "en"))
                .contains("class=\"seal failed\" " + proof, "Signature failed at the last check");

        bytes(act, sound);
        page("duty-officer", path + "/record", "en");
        assertThat(page("duty-officer", path, "ar")).doesNotContain("seal failed");
    }

    private void bytes(String act, String hex) {
        db.sql("update thread.container set bytes = decode(:hex, 'hex') where act = :act")
                .param("hex", hex)
                .param("act", act)
                .update();
    }

    @Test
    void the_request_shows_the_newest_first_and_leads_to_the_older() throws Exception {
        var sent = sent("XD-1", emergency(), "maren");
        more(sent.act());
        var path = "/requests/" + sent.reference();

        assertThat(page("duty-officer", path, "en"))
                .contains("Acts 132 to 231 of 231", path + "?before=131", "a child is missing")
                .doesNotContain("Later acts");
        assertThat(page("duty-officer", path + "?before=31", "ar"))
                .contains("?before=131", "/acts/" + sent.act() + "/act.pdf");
        assertThat(page("duty-officer", path + "/documents?before=31", "en"))
                .contains("/acts/" + sent.act() + "/act.asice", "documents?before=131");
    }

    @Test
    void every_message_is_on_a_page_and_the_search_leads_to_the_one_that_it_found() throws Exception {
        var sent = sent("XB-1", emergency(), "maren");
        var path = "/requests/" + sent.reference();
        messages.write(sent.thread(), "Quorlim calls at noon.", official("maren"));
        for (var i = 0; i < 100; i++) messages.write(sent.thread(), "Message " + i + ".", official("maren"));

        var newest = page("duty-officer", path, "en");
        assertThat(newest).contains("Message 99.").doesNotContain("Quorlim calls");
        var earlier = found("href=\"(" + path + "[?]messages=[0-9]+)#messages\"", newest);
        assertThat(page("duty-officer", earlier, "en"))
                .contains("Quorlim calls", "Newest messages")
                .doesNotContain("Message 99.", "Earlier messages");

        var search = page("duty-officer", "/search?q=Quorlim", "en");
        var hit = found("href=\"(" + path + "[?]message=[^#\"]+)#message-", search);
        assertThat(page("duty-officer", hit, "en")).contains("Quorlim calls").doesNotContain("Message 99.");
    }

    @Test
    void every_link_of_the_record_leads_somewhere() throws Exception {
        var path = "/requests/" + sent("XD-1", emergency(), "maren").reference();
        var links =
                Pattern.compile("href=\"(" + path + "[^\"#]*)\"").matcher(page("duty-officer", path + "/record", "en"));

        assertThat(links.results().map(it -> it.group(1)).distinct().toList())
                .contains(path + "/thread.zip")
                .allSatisfy(it -> assertThat(code("duty-officer", it)).as(it).isEqualTo(200));
    }

    /** Copies of an act as a slow counterpart's register leaves them: here, and without an entry. */
    private void more(String act) {
        db.sql("delete from thread.body where act like repeat('0', 40) || '%'").update();
        db.sql("delete from thread.container where act like repeat('0', 40) || '%'")
                .update();
        db.sql("delete from thread.act where id like repeat('0', 40) || '%'").update();
        db.sql("""
                insert into thread.act (id, thread, type, ours, envelope, container_hash, kept_at)
                select lpad(to_hex(i), 64, '0'), thread, type, false, envelope, container_hash, kept_at + i * interval '1 s'
                  from thread.act, generate_series(1, :more) i
                 where id = :act
                """).param("act", act).param("more", MORE).update();
        db.sql("""
                insert into thread.body (act, json)
                select lpad(to_hex(i), 64, '0'), json from thread.body, generate_series(1, :more) i where act = :act
                """).param("act", act).param("more", MORE).update();
        db.sql("""
                insert into thread.container (act, bytes)
                select lpad(to_hex(i), 64, '0'), bytes
                  from thread.container, generate_series(1, :more) i
                 where act = :act
                """).param("act", act).param("more", MORE).update();
    }
}
