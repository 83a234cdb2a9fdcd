package org.comity.casework.compartments;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.casework.Confirmations;
import org.comity.casework.Drafts;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets nobody reach an act of a closed request by the draft's own path who is not named: for them there is no such draft.
 * One place for pages and programs, since their paths name the draft and not the request.
 */
@Component
class HiddenDrafts implements HandlerInterceptor, WebMvcConfigurer {

    private final ObjectProvider<Drafts> drafts;
    private final ObjectProvider<Confirmations> confirmations;
    private final ObjectProvider<CaseAccess> access;
    private final ObjectProvider<Compartments> compartments;

    HiddenDrafts(
            ObjectProvider<Drafts> drafts,
            ObjectProvider<Confirmations> confirmations,
            ObjectProvider<CaseAccess> access,
            ObjectProvider<Compartments> compartments) {
        this.drafts = drafts;
        this.confirmations = confirmations;
        this.access = access;
        this.compartments = compartments;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(
                        "/drafts/**",
                        "/emergency",
                        "/confirmations/**",
                        "/api/v1/drafts/**",
                        "/api/v1/confirmations/**");
    }

    /** Whatever their duty; whoever reads no requests is told that, as the page itself tells them of every draft. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(Official.class.getName()) instanceof Official by
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> named
                && !compartments.getObject().hiddenFrom(by.id()).isEmpty()) {
            var id = named.get("id") instanceof String path ? path : request.getParameter("draft");
            if (id != null
                    && !id.isEmpty()
                    && compartments.getObject().hides(drafts.getObject().get(id), by)) {
                access.getObject().mustRead(by);
                throw new NoSuchDraft("draft.unknown", Map.of("draft", id));
            }
            if (named.get("act") instanceof String act
                    && compartments
                            .getObject()
                            .hides(confirmations.getObject().get(act).thread(), by)) {
                access.getObject().mustRead(by);
                throw new NoSuchDraft("confirmation.unknown", Map.of());
            }
        }
        return true;
    }

    /** The same words as where there is none. */
    static final class NoSuchDraft extends RuleBroken {
        NoSuchDraft(String code, Map<String, String> facts) {
            super(code, facts);
        }
    }
}
