package org.comity.exchange.as4;

import com.helger.web.scope.mgr.WebScopeManager;
import jakarta.servlet.ServletContext;

/** phase4 keeps one scope a process; the first door opens it and the last one closes it. State is in memory only. */
final class Phase4Scope {

    private static int doors;

    private Phase4Scope() {}

    static synchronized void enter(ServletContext context) {
        if (doors++ == 0) {
            WebScopeManager.onGlobalBegin(context);
        }
    }

    static synchronized void leave() {
        if (--doors == 0) {
            WebScopeManager.onGlobalEnd();
        }
    }
}
