package org.comity.exchange.as4;

import com.helger.phase4.mgr.MetaAS4Manager;
import com.helger.web.scope.mgr.WebScopeManager;
import jakarta.servlet.ServletContext;
import java.util.Map;
import javax.xml.transform.TransformerFactory;
import org.eclipse.angus.mail.util.MailStreamProvider;

/** phase4 keeps one scope a process; the first door opens it and the last one closes it. Nothing is kept. */
final class Phase4Scope {

    /** What is searched for in every jar, several times a message, unless it is named. */
    private static final Map<String, String> NAMED = Map.of(
            "jakarta.mail.util.StreamProvider",
            MailStreamProvider.class.getName(),
            TransformerFactory.class.getName(),
            TransformerFactory.newDefaultInstance().getClass().getName());

    private static int doors;

    private Phase4Scope() {}

    static synchronized void enter(ServletContext context) {
        if (doors++ == 0) {
            NAMED.forEach((what, which) -> {
                if (System.getProperty(what) == null) {
                    System.setProperty(what, which);
                }
            });
            MetaAS4Manager.setFactory(new NoDuplicateStore());
            WebScopeManager.onGlobalBegin(context);
        }
    }

    static synchronized void leave() {
        if (--doors == 0) {
            WebScopeManager.onGlobalEnd();
        }
    }
}
