#import "Common/ShaderLib/GLSLCompat.glsllib"
#import "anima/client/shaders/Air.glsllib"

uniform float g_Time;
uniform vec4 m_SunColor;
uniform vec4 m_ZenithColor;
uniform vec4 m_CloudLight;
uniform vec4 m_CloudShade;
uniform float m_CloudCover;
uniform float m_NightGlow;
uniform sampler2D m_CloudMap;

varying vec3 look;

float star(vec3 way) {
    vec2 at = vec2(atan(way.x, way.z) * 40.0, way.y * 90.0);
    vec2 cell = floor(at);
    float pick = fract(sin(dot(cell, vec2(12.9898, 78.233))) * 43758.5453);
    vec2 middle = vec2(fract(pick * 57.0), fract(pick * 91.0)) * 0.6 + 0.2;
    float near = 1.0 - smoothstep(0.0, 0.12, length(at - cell - middle));
    return step(0.86, pick) * near * fract(pick * 133.0);
}

void main() {
    vec3 way = normalize(look);
    float height = max(way.y, 0.0);
    float toSun = max(dot(way, m_SunDirection), 0.0);
    vec3 colour = mix(hazeTowards(way), m_ZenithColor.rgb, 1.0 - exp(-height * 3.2));
    colour += m_GlareColor.rgb * pow(toSun, 48.0) * 0.7;
    if (way.y > 0.0) {
        colour += vec3(0.9, 0.95, 1.1) * star(way) * m_NightGlow * m_NightGlow * smoothstep(0.0, 0.3, way.y);
    }
    colour += m_SunColor.rgb * smoothstep(0.99935, 0.9997, dot(way, m_SunDirection)) * 6.0;
    if (way.y > 0.015) {
        vec2 sheet = way.xz / (way.y + 0.16);
        float drift = g_Time * 0.0035;
        vec4 low = texture2D(m_CloudMap, sheet * 0.13 + vec2(drift, drift * 0.4));
        vec4 fine = texture2D(m_CloudMap, sheet * 0.47 + vec2(drift * 2.1, -drift));
        float body = low.r * 0.78 + fine.g * 0.22;
        float edge = 1.0 - m_CloudCover;
        float cloud = smoothstep(edge, edge + 0.28, body);
        float thick = smoothstep(edge + 0.05, edge + 0.5, body);
        vec3 lit = mix(m_CloudLight.rgb, m_CloudShade.rgb, thick * 0.85)
            + m_GlareColor.rgb * (1.0 - thick) * pow(toSun, 5.0) * 0.9;
        lit = mix(hazeTowards(way), lit, smoothstep(0.0, 0.28, way.y));
        colour = mix(colour, lit, cloud * smoothstep(0.015, 0.16, way.y) * 0.92);
    }
    gl_FragColor = vec4(toScreen(colour), 1.0);
}
