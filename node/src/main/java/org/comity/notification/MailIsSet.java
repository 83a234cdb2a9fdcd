package org.comity.notification;

import java.util.List;
import org.comity.ui.ReadySteps;
import org.springframework.stereotype.Component;

/** Tells a new node whether it can send mail at all. */
@Component
class MailIsSet implements ReadySteps {

    private final MailPost post;

    MailIsSet(MailPost post) {
        this.post = post;
    }

    @Override
    public List<Step> steps() {
        return List.of(new Step("mail", post.on(), "/admin/health"));
    }
}
