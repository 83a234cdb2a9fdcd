package org.comity.ui.page;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.comity.ui.Flash;
import org.comity.ui.HarmlessOutput;
import org.comity.ui.ReturnedForm;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** One template, drawn whole before the first byte leaves, with its {@code page} and a strict content policy. */
record JteView(TemplateEngine engine, String file, MakingPages pages) implements View {

    static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    /** Without it Spring's content negotiation skips this view. */
    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        var params = new HashMap<String, Object>(model == null ? Map.of() : model);
        var page = pages.of(
                request,
                params.get("flash") instanceof Flash flash ? flash : null,
                params.get("returned") instanceof ReturnedForm returned ? returned : ReturnedForm.NOTHING);
        params.put("page", page);
        var out = new Utf8ByteOutput();
        engine.render(file, params, new HarmlessOutput(out, page.rtl()));
        response.setContentType(getContentType());
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(out.getContentLength());
        out.writeTo(response.getOutputStream());
    }
}
