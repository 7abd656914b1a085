package org.voiceagent.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The JAX-RS resources of all components, which are beans. Named one by one to each of the two applications, because what an
 * application does not name it takes all of: the admin API would be among the visitors' calls.
 */
final class Resources {

    private static final Set<Class<?>> PROVIDERS =
            Set.of(ProblemMapper.class, WholeBody.class, BodyLimit.class, OwnBodyLimits.class);

    private Resources() {}

    static Set<Class<?>> of(Predicate<Class<?>> wanted) {
        Stream<Class<?>> resources =
                CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                        .<Class<?>>map(Bean::getBeanClass)
                        .filter(bean -> bean.isAnnotationPresent(Path.class))
                        .filter(wanted);
        return Stream.concat(resources, PROVIDERS.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
