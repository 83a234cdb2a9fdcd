package org.comity.exchange.as4;

import com.helger.phase4.mgr.MetaAS4Manager;
import com.helger.web.scope.mgr.WebScopeManager;
import jakarta.servlet.ServletContext;
import org.eclipse.angus.mail.util.MailStreamProvider;

/** phase4 keeps one scope a process; the first door opens it and the last one closes it. Nothing is kept. */
final class Phase4Scope {

    /** Else jakarta.mail searches the whole class path for it, four times a message. */
    private static final String STREAMS = "jakarta.mail.util.StreamProvider";

    private static int doors;

    private Phase4Scope() {}

    static synchronized void enter(ServletContext context) {
        if (doors++ == 0) {
            if (System.getProperty(STREAMS) == null) {
                System.setProperty(STREAMS, MailStreamProvider.class.getName());
            }
            MetaAS4Manager.setFactory(new NothingRemembered());
            WebScopeManager.onGlobalBegin(context);
        }
    }

    static synchronized void leave() {
        if (--doors == 0) {
            WebScopeManager.onGlobalEnd();
        }
    }
}
