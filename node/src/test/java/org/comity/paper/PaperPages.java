package org.comity.paper;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.comity.casework.Officers;
import org.comity.procedure.Requests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The duty officer before the pages of what goes by letter. */
abstract class PaperPages extends Officers {

    private static final String CHAIR = "duty-officer";

    @Autowired
    protected Clock clock;

    @Autowired
    protected JdbcClient db;

    protected String pastRequest(String number) throws Exception {
        var csv = "state,direction,channel,day,number,summary\nXD,asked-by-us,bag,2026-03-01,%s,logs %s\n"
                .formatted(number, number);
        var sheet = location(multipart("/paper/import").file(new MockMultipartFile("file", csv.getBytes())));
        location(post(sheet));
        return requests.list(
                        new Requests.Filter(null, null, List.of(), null, null, null, "logs " + number, clock.instant()),
                        null,
                        1)
                .rows()
                .getFirst()
                .reference();
    }

    /** As somebody posts who has just opened the page of this draft. */
    protected MockHttpServletRequestBuilder latest(String draft) {
        return post(draft).with(request -> {
            var version = db.sql("select version from cooperation.paper_draft where id = :id")
                    .param("id", draft.substring(draft.lastIndexOf('/') + 1))
                    .query(String.class)
                    .single();
            request.setParameter("version", version);
            return request;
        });
    }

    protected String location(AbstractMockHttpServletRequestBuilder<?> what) throws Exception {
        return redirected(CHAIR, what);
    }

    protected String body(AbstractMockHttpServletRequestBuilder<?> what) throws Exception {
        return answered(200, CHAIR, what);
    }

    protected void refused(int code, AbstractMockHttpServletRequestBuilder<?> what) throws Exception {
        answered(code, CHAIR, what);
    }

    protected String page(String path, String language) throws Exception {
        return page(CHAIR, path, language);
    }

    protected byte[] bytes(String path) throws Exception {
        return web.perform(get(URI.create(path)).cookie(seat(CHAIR)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }
}
