package org.voiceagent.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Of a resource method whose bodies have a limit of their own; only for calls of admins, since they are not counted together. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyBytes {

    /** The key of the limit, in bytes. */
    String value();
}
