/** React's types are packages of their own, and nothing but these small apps would need them. */
declare module 'react';
declare module 'react-dom';
declare module 'react-dom/client';
declare module 'react-dom/server';
