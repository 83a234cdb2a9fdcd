package org.comity.ui.errors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.comity.ui.CurrentOfficial;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What fails before a controller is reached: unknown addresses, refusals by the filters, faults of the container. */
@Controller
class ErrorPages implements ErrorController {

    private final AnsweringFailures answering;
    private final ObjectProvider<CurrentOfficial> officials;

    ErrorPages(AnsweringFailures answering, ObjectProvider<CurrentOfficial> officials) {
        this.answering = answering;
        this.officials = officials;
    }

    @RequestMapping("${server.error.path:/error}")
    Object show(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer it ? it : 404;
        var cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable it ? it : null;
        return answering.answer(
                AnsweringFailures.path(request),
                failure(status, cause).asked(false, RuleBrokenPages.reads(request)),
                cause);
    }

    /** A form of a session that is over is refused for want of its token: that is an end, not a prohibition. */
    private FailureFacts failure(int status, @Nullable Throwable cause) {
        return status == 403 && nobody()
                ? new FailureFacts(403, "signed-out", Map.of())
                : FailureFacts.of(status, cause);
    }

    private boolean nobody() {
        return Optional.ofNullable(officials.getIfAvailable())
                .flatMap(CurrentOfficial::official)
                .isEmpty();
    }
}
