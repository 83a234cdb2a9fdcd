package org.comity.ui.errors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.comity.ui.FileDownload;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** Turns whatever a controller throws into the page or the problem that names it. The only handler of its kind. */
@ControllerAdvice
class RuleBrokenPages {

    private final AnsweringFailures answering;

    RuleBrokenPages(AnsweringFailures answering) {
        this.answering = answering;
    }

    @ExceptionHandler
    Object broken(RuleBroken broken, HttpServletRequest request) {
        return ReturningForms.page(broken, request)
                .<Object>map(page -> page)
                .orElseGet(() -> answering.answer(AnsweringFailures.path(request), FailureFacts.of(broken), null));
    }

    /** Spring Security decides: it asks a stranger to sign in, and refuses an official. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void refused(RuntimeException refused) {
        throw refused;
    }

    /**
     * What breaks off while it is being written ends as broken off: an orderly end would be taken for the whole file. A
     * browser that went away hears nothing more.
     */
    @ExceptionHandler
    @Nullable
    Object failed(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        var known = FailureFacts.of(status(failure), failure).asked(file(request), reads(request));
        if (response.isCommitted()) {
            if (went(failure)) return null;
            answering.brokeOff(AnsweringFailures.path(request), known, failure);
            throw failure;
        }
        return answering.answer(AnsweringFailures.path(request), known, failure);
    }

    private static boolean went(Exception failure) {
        return failure instanceof AsyncRequestNotUsableException
                || failure.getClass().getSimpleName().equals("ClientAbortException");
    }

    static boolean reads(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean file(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method
                && method.hasMethodAnnotation(FileDownload.class);
    }

    private static int status(Exception failure) {
        if (failure instanceof ErrorResponse known) {
            return known.getStatusCode().value();
        }
        if (failure instanceof TypeMismatchException || failure instanceof HttpMessageNotReadableException) {
            return 400;
        }
        var told = AnnotatedElementUtils.findMergedAnnotation(failure.getClass(), ResponseStatus.class);
        return told == null ? 500 : told.code().value();
    }
}
