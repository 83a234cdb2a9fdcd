package org.comity.identity.signin;

import java.util.Optional;
import org.comity.ui.CurrentOfficial;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Tells the pages' frame who is signed in. */
@Component
class SeatedOfficial implements CurrentOfficial {

    @Override
    public Optional<Official> official() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? PresentOfficial.of(request.getRequest())
                : Optional.empty();
    }
}
